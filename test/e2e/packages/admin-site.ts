/** A site whose admin has a widget of each kind, and something in it. */
import type {ProjectFile} from '../../../src/protocol/project.js';

const MODELS = `
from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=50)

    def __str__(self):
        return self.name


class Tag(models.Model):
    name = models.CharField(max_length=50)

    def __str__(self):
        return self.name


class Book(models.Model):
    title = models.CharField(max_length=50)
    slug = models.SlugField()
    author = models.ForeignKey(Author, models.CASCADE)
    tags = models.ManyToManyField(Tag, blank=True)
    published = models.DateTimeField(null=True, blank=True)
    is_read = models.BooleanField(default=False)
    note = models.TextField(blank=True)

    def __str__(self):
        return self.title


class Chapter(models.Model):
    book = models.ForeignKey(Book, models.CASCADE)
    name = models.CharField(max_length=50)

    def __str__(self):
        return self.name
`;

const ADMIN = `
from django.contrib import admin

from .models import Author, Book, Chapter, Tag

admin.site.register(Tag)


@admin.register(Author)
class AuthorAdmin(admin.ModelAdmin):
    search_fields = ["name"]


class ChapterInline(admin.TabularInline):
    model = Chapter
    extra = 1


@admin.action(description="Mark as read")
def mark(modeladmin, request, queryset):
    modeladmin.message_user(request, f"{queryset.update(is_read=True)} books are read.")


@admin.register(Book)
class BookAdmin(admin.ModelAdmin):
    actions = [mark]
    autocomplete_fields = ["author"]
    filter_horizontal = ["tags"]
    inlines = [ChapterInline]
    list_display = ["title", "author"]
    list_filter = ["is_read"]
    list_per_page = 3
    prepopulated_fields = {"slug": ["title"]}
    search_fields = ["title"]
    fieldsets = [
        (None, {"fields": ["title", "slug", "author", "tags", "published", "is_read"]}),
        ("More about it", {"classes": ["collapse"], "fields": ["note"]}),
    ]
`;

const AUTHORS = ['Jane Austen', 'Mary Shelley'];
const TAGS = ['Novel', 'Letters', 'Gothic'];
const TITLES = ['Emma', 'Persuasion', 'Lady Susan', 'Mansfield Park', 'Sanditon'];

/** For `loaddata`. */
const BOOKS = [
  ...AUTHORS.map((name, i) => ({model: 'app.author', pk: i + 1, fields: {name}})),
  ...TAGS.map((name, i) => ({model: 'app.tag', pk: i + 1, fields: {name}})),
  ...TITLES.map((title, i) => ({
    model: 'app.book',
    pk: i + 1,
    fields: {title, slug: `book-${i + 1}`, author: 1},
  })),
];

export const ADMIN_SITE: readonly ProjectFile[] = [
  {path: 'models.py', content: MODELS},
  {path: 'admin.py', content: ADMIN},
  {path: 'books.json', content: JSON.stringify(BOOKS)},
];
