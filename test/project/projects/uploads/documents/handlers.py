from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload


class Filter(FileUploadHandler):
    """Leaves out drafts, ends at programs, and writes all else in capitals."""

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        if self.file_name.startswith("draft"):
            raise SkipFile
        if self.file_name.endswith(".exe"):
            raise StopUpload(connection_reset=False)

    def receive_data_chunk(self, raw_data, start):
        return raw_data.upper()

    def file_complete(self, file_size):
        return None
