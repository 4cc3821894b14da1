import meow, {type AnyFlags} from 'meow';

/** The words and flags among the arguments, without ending the process; the error is about a flag that is given twice. */
export const readFlags = <Flags extends AnyFlags>(argv: readonly string[], flags: Flags) => {
	try {
		return meow({
			importMeta: import.meta,
			argv,
			pkg: {name: 'dockmon'},
			flags,
			// What is not given is not the same as what is negated.
			booleanDefault: undefined,
			autoHelp: false,
			autoVersion: false,
		});
	} catch (error) {
		return error instanceof Error ? error : new Error(String(error));
	}
};
