import hashlib

from django.core.exceptions import TooManyFilesSent
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import FileResponse, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from .forms import DocumentForm, SeveralForm
from .handlers import Filter
from .models import Document


def index(request):
    form = DocumentForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("index")
    documents = Document.objects.order_by("pk")
    return render(request, "documents/index.html", {"form": form, "documents": documents})


def several(request):
    form = SeveralForm(request.POST, request.FILES)
    if not form.is_valid():
        return JsonResponse(form.errors, status=400)
    names = []
    for file in form.cleaned_data["files"]:
        name = f"several/{file.name}"
        default_storage.delete(name)
        names.append(default_storage.save(name, file))
    default_storage.save(f"several/{len(names)}.lst", ContentFile("\n".join(names)))
    folders, files = default_storage.listdir("several")
    sizes = {name: default_storage.size(f"several/{name}") for name in sorted(files)}
    return JsonResponse({"names": names, "folders": folders, "sizes": sizes})


@csrf_exempt
def look_at(request):
    """What Django says of each file; the token's check would meet the limit before this does."""
    try:
        files = [file for name in request.FILES for file in request.FILES.getlist(name)]
    except TooManyFilesSent as error:
        return HttpResponse(str(error), status=400)
    return JsonResponse([described(file) for file in files], safe=False)


def described(file):
    digest = hashlib.sha256()
    sizes = []
    for chunk in file.chunks(700):
        digest.update(chunk)
        sizes.append(len(chunk))
    file.seek(0)
    return {
        "name": file.name,
        "size": file.size,
        "type": file.content_type,
        "extra": sorted(file.content_type_extra or {}),
        "charset": repr(file.charset),
        "class": type(file).__name__,
        "on disk": hasattr(file, "temporary_file_path"),
        "chunks": sizes,
        "lines": sum(1 for _ in file),
        "sha256": digest.hexdigest(),
    }


@csrf_exempt
def filtered(request):
    """Handlers have to be there before the body is read, which the token's check does."""
    request.upload_handlers.insert(0, Filter(request))
    return answer_filtered(request)


@csrf_protect
def answer_filtered(request):
    # An upload that is ended closes what was complete already.
    files = {
        file.name: None if file.closed else file.read().decode()
        for file in request.FILES.getlist("files")
    }
    return JsonResponse({"files": files, "fields": sorted(request.POST)})


def download(request, pk):
    document = get_object_or_404(Document, pk=pk)
    return FileResponse(
        document.file.open(), as_attachment="attachment" in request.GET, filename=document.file.name
    )


@require_POST
def delete(request, pk):
    document = get_object_or_404(Document, pk=pk)
    document.file.delete(save=False)
    document.delete()
    return redirect("index")
