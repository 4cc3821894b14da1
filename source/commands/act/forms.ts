import type {FormPurpose} from '../../store/act/form.ts';
import {debugForm} from './debug-form.ts';
import type {FormSpec} from './form-spec.ts';
import {limitsForm} from './limits-form.ts';
import {renameForm} from './rename-form.ts';
import {restartPolicyForm} from './restart-policy-form.ts';
import {shellForm} from './shell-form.ts';

/** Each is a file of its own and a line here. */
export const forms: Readonly<Record<FormPurpose, FormSpec>> = {
	rename: renameForm,
	limits: limitsForm,
	'restart-policy': restartPolicyForm,
	shell: shellForm,
	debug: debugForm,
};
