"""No view: the tests' server answers before Django, since it sends what no view can."""

urlpatterns = []
