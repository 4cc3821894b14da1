import type {ActionTarget} from './action-request.ts';

/** What a form is for: who checks it and does it is found by that. */
export type FormPurpose = 'rename' | 'limits' | 'restart-policy' | 'shell' | 'debug';

export interface FormField {
	readonly id: string;
	readonly label: string;
	readonly text: string;
	/** What the text is one of, or, where it is free, may be. */
	readonly choices?: readonly string[];
	/** Anything may be typed; the choices are proposals. */
	readonly isFree?: boolean;
	/** What may be entered. */
	readonly hint?: string;
}

export interface Form {
	readonly purpose: FormPurpose;
	readonly title: string;
	readonly fields: readonly FormField[];
	/** What it is about, as it was when the form opened. */
	readonly targets: readonly ActionTarget[];
	/** What it is about beside containers, such as a project. */
	readonly subject?: string;
}

/** A form that is being filled in: `text` is that of the field at `index`, where is typed. */
export interface OpenForm {
	readonly form: Form;
	readonly index: number;
	readonly text: string;
}

/** The text of each field by its id. */
export type FormValues = Readonly<Record<string, string>>;

export const formValues = ({form, index, text}: OpenForm): FormValues =>
	Object.fromEntries(
		form.fields.map((field, place) => [field.id, place === index ? text : field.text]),
	);

/** With the cursor in another field, round the ends; what was typed stays in its own. */
export const inField = <Opened extends OpenForm>(opened: Opened, to: number): Opened => {
	const {form, index, text} = opened;
	const fields = form.fields.map((field, place) => (place === index ? {...field, text} : field));
	const next = (to + fields.length) % fields.length;
	return {...opened, form: {...form, fields}, index: next, text: fields[next]?.text ?? ''};
};

/** The text of the field after the next or the one before among its choices; undefined where it has none. */
export const otherChoice = ({form, index, text}: OpenForm, step: 1 | -1): string | undefined => {
	const choices = form.fields[index]?.choices ?? [];
	const {length} = choices;
	const at = choices.indexOf(text);
	// From what is none of them to the first, or the last.
	return choices[at < 0 && step < 0 ? length - 1 : (at + step + length) % length];
};

/** What typing makes of a field: text where it is free, else the next choice that begins with the letter. */
export const typedInto = (opened: OpenForm, typed: string): string => {
	const {form, index, text} = opened;
	const field = form.fields[index];
	if (field?.choices === undefined || field.isFree) return typed;
	if (typed === `${text} `) return otherChoice(opened, 1) ?? text;
	const letter = typed.startsWith(text) ? typed.slice(text.length).toLowerCase() : '';
	if (letter === '') return text;
	const at = field.choices.indexOf(text);
	const round = [...field.choices.slice(at + 1), ...field.choices.slice(0, at + 1)];
	return round.find(choice => choice.toLowerCase().startsWith(letter)) ?? text;
};
