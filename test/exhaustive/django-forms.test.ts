import {FORM_CASES} from '../frame/form-cases.js';
import {describeDjangoForms} from './django-forms.js';

describeDjangoForms(FORM_CASES);
