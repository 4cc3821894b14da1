import type {Form, FormValues} from '../../store/act/form.ts';
import type {State} from '../../store/state.ts';
import type {CommandContext} from '../command.ts';

/** What becomes of a form. */
export interface FormSpec {
	/** What is wrong with which field, by its id, in words for behind it; nothing where all can be taken. */
	readonly check: (
		values: FormValues,
		form: Form,
		state: State,
	) => Readonly<Partial<Record<string, string>>>;
	/** What it is done with on the command line, as arguments; undefined where that is not known yet. */
	readonly argv?: (values: FormValues, form: Form, state: State) => readonly string[] | undefined;
	/** The form has been closed, and nothing is wrong with it. */
	readonly submit: (context: CommandContext, values: FormValues, form: Form) => void;
}
