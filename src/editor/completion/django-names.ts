/** What completion knows of Django by heart: what tutorials and reference pages use most. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** What can be imported, by module. */
export const MODULES: Readonly<Record<string, readonly string[]>> = {
  'django.apps': words('AppConfig apps'),
  'django.conf': words('settings'),
  'django.conf.urls.static': words('static'),
  'django.contrib': words('admin messages auth staticfiles'),
  'django.contrib.auth': words(
    'authenticate get_user get_user_model login logout update_session_auth_hash',
  ),
  'django.contrib.auth.decorators': words('login_required permission_required user_passes_test'),
  'django.contrib.auth.forms': words('AuthenticationForm PasswordChangeForm UserCreationForm'),
  'django.contrib.auth.mixins': words(
    'LoginRequiredMixin PermissionRequiredMixin UserPassesTestMixin',
  ),
  'django.contrib.auth.models': words('AbstractUser AnonymousUser Group Permission User'),
  'django.core.exceptions': words(
    'ImproperlyConfigured ObjectDoesNotExist PermissionDenied ValidationError',
  ),
  'django.core.mail': words('EmailMessage mail_admins send_mail'),
  'django.core.management.base': words('BaseCommand CommandError'),
  'django.core.paginator': words('EmptyPage PageNotAnInteger Paginator'),
  'django.core.validators': words(
    'EmailValidator FileExtensionValidator MaxLengthValidator MaxValueValidator MinLengthValidator MinValueValidator RegexValidator URLValidator',
  ),
  'django.db': words('connection IntegrityError migrations models transaction'),
  'django.db.models': words(
    'Avg Case CheckConstraint Count Exists F Index Max Min OuterRef Prefetch Q Subquery Sum UniqueConstraint Value When',
  ),
  'django.db.models.signals': words('m2m_changed post_delete post_save pre_delete pre_save'),
  'django.dispatch': words('receiver Signal'),
  'django.forms': words('Form ModelForm formset_factory inlineformset_factory modelform_factory'),
  'django.http': words(
    'FileResponse Http404 HttpRequest HttpResponse HttpResponseBadRequest HttpResponseForbidden HttpResponseNotAllowed HttpResponseNotFound HttpResponseRedirect JsonResponse StreamingHttpResponse',
  ),
  'django.shortcuts': words('aget_object_or_404 get_list_or_404 get_object_or_404 redirect render'),
  'django.template': words('Context Library Template'),
  'django.template.loader': words('get_template render_to_string'),
  'django.test': words('Client RequestFactory SimpleTestCase TestCase TransactionTestCase'),
  'django.urls': words('include path re_path reverse reverse_lazy'),
  'django.utils': words('timezone'),
  'django.utils.html': words('escape format_html mark_safe'),
  'django.utils.text': words('slugify'),
  'django.utils.translation': words('gettext gettext_lazy ngettext'),
  'django.views': words('generic View'),
  'django.views.decorators.csrf': words('csrf_exempt csrf_protect ensure_csrf_cookie'),
  'django.views.decorators.http': words(
    'require_GET require_http_methods require_POST require_safe',
  ),
  'django.views.generic': words(
    'CreateView DeleteView DetailView FormView ListView RedirectView TemplateView UpdateView View',
  ),
};

/** Names that are offered before they are imported, and are imported with it. */
export const IMPORTABLE: readonly string[] = [
  'django.shortcuts',
  'django.urls',
  'django.http',
  'django.views.generic',
  'django.contrib.auth.decorators',
  'django.contrib.auth.mixins',
  'django.db.models',
];

const MODEL_FIELDS = words(
  'AutoField BigAutoField BigIntegerField BinaryField BooleanField CharField DateField DateTimeField DecimalField DurationField EmailField FileField FilePathField FloatField ForeignKey GenericIPAddressField ImageField IntegerField JSONField ManyToManyField OneToOneField PositiveIntegerField PositiveSmallIntegerField SlugField SmallIntegerField TextField TimeField URLField UUIDField',
);

/** What follows a name and a dot. */
export const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  models: [
    ...MODEL_FIELDS,
    ...words(
      'Model Manager QuerySet TextChoices IntegerChoices CASCADE PROTECT RESTRICT SET_DEFAULT SET_NULL DO_NOTHING Avg Case CheckConstraint Count Exists F Index Max Min OuterRef Prefetch Q Subquery Sum UniqueConstraint Value When',
    ),
  ],
  forms: words(
    'Form ModelForm ValidationError BooleanField CharField ChoiceField DateField DateTimeField DecimalField EmailField FileField FloatField ImageField IntegerField JSONField ModelChoiceField ModelMultipleChoiceField MultipleChoiceField RegexField SlugField TimeField URLField CheckboxInput CheckboxSelectMultiple DateInput EmailInput HiddenInput NumberInput PasswordInput RadioSelect Select SelectMultiple Textarea TextInput',
  ),
  admin: words('site register display action ModelAdmin StackedInline TabularInline'),
  'admin.site': words('register site_header site_title index_title urls'),
  generic: words(
    'CreateView DeleteView DetailView FormView ListView RedirectView TemplateView UpdateView View',
  ),
  messages: words('add_message debug error info success warning'),
  timezone: words('localdate localtime make_aware now timedelta'),
  migrations: words(
    'AddField AlterField CreateModel DeleteModel Migration RemoveField RenameField RenameModel RunPython RunSQL',
  ),
  request: words(
    'body content_type COOKIES FILES GET headers method META path POST resolver_match session user build_absolute_uri get_full_path',
  ),
  'request.user': words(
    'email first_name is_active is_authenticated is_staff is_superuser username',
  ),
  'request.GET': words('get getlist items keys dict urlencode'),
  'request.POST': words('get getlist items keys dict'),
  transaction: words('atomic on_commit'),
};

/** Methods of managers and querysets. */
export const QUERYSET = words(
  'aggregate all annotate bulk_create bulk_update count create dates defer delete distinct earliest exclude exists explain filter first get get_or_create in_bulk iterator last latest none only order_by prefetch_related raw reverse select_for_update select_related update update_or_create using values values_list',
);

/** What every model's class and objects have. */
export const MODEL_CLASS = words('objects DoesNotExist MultipleObjectsReturned');
export const MODEL_OBJECT = words('pk save delete full_clean refresh_from_db get_absolute_url');

/** What a field is compared by, after `__`. */
export const LOOKUPS = words(
  'contains date day endswith exact gt gte hour icontains iendswith iexact in iregex isnull istartswith lt lte minute month range regex startswith week_day year',
);

const COMMON_OPTIONS = words(
  'blank choices db_column db_default db_index default editable error_messages help_text null primary_key unique validators verbose_name',
);

const RELATION_OPTIONS = words('limit_choices_to related_name related_query_name to');

const OWN_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  CharField: words('max_length'),
  SlugField: words('max_length allow_unicode'),
  EmailField: words('max_length'),
  URLField: words('max_length'),
  DateField: words('auto_now auto_now_add'),
  DateTimeField: words('auto_now auto_now_add'),
  TimeField: words('auto_now auto_now_add'),
  DecimalField: words('max_digits decimal_places'),
  FileField: words('upload_to storage max_length'),
  ImageField: words('upload_to height_field width_field'),
  ForeignKey: ['on_delete', ...RELATION_OPTIONS],
  OneToOneField: ['on_delete', 'parent_link', ...RELATION_OPTIONS],
  ManyToManyField: ['through', 'through_fields', 'symmetrical', ...RELATION_OPTIONS],
};

/** The keywords of a model's field, its own first. */
export function fieldOptions(field: string): readonly string[] {
  return [...(OWN_OPTIONS[field] ?? []), ...COMMON_OPTIONS];
}

/** Template tags; with `end` where they enclose something. */
export const TAGS: readonly {readonly name: string; readonly end?: string}[] = [
  ...words(
    'autoescape block blocktranslate cache comment filter for if ifchanged partialdef spaceless verbatim with',
  ).map(name => ({name, end: `end${name}`})),
  ...words(
    'csrf_token cycle debug elif else empty extends firstof include language load lorem now partial querystring regroup resetcycle static templatetag translate url widthratio',
  ).map(name => ({name})),
];

export const FILTERS = words(
  'add addslashes capfirst center cut date default default_if_none dictsort dictsortreversed divisibleby escape escapejs escapeseq filesizeformat first floatformat force_escape get_digit iriencode join json_script last length linebreaks linebreaksbr linenumbers ljust lower make_list phone2numeric pluralize pprint random rjust safe safeseq slice slugify stringformat striptags time timesince timeuntil title truncatechars truncatechars_html truncatewords truncatewords_html unordered_list upper urlencode urlize urlizetrunc wordcount wordwrap yesno',
);

export const LIBRARIES = words('cache humanize i18n l10n static tz');

/** What every template has. */
export const CONTEXT = words('csrf_token debug messages perms request user');

export const LOOP = words('counter counter0 first last parentloop revcounter revcounter0');
