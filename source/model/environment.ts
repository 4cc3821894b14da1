import {known} from './known.ts';

/** Who set a variable: the image, or who made the container from it. */
export type VariableOrigin = 'image' | 'compose' | 'swarm' | 'run';

export interface Variable {
	readonly name: string;
	readonly value: string;
	/** Undefined while the image is not known. */
	readonly origin?: VariableOrigin;
	/** The image sets it too, to something else. */
	readonly isOverImage: boolean;
}

/** `NAME=value`; one without a sign has no value. */
export const splitVariable = (text: string): readonly [name: string, value: string] => {
	const at = text.indexOf('=');
	return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
};

/**
 * The variables of a container with where they come from: first those that were set for it, then those of
 * the image, each by name. `imageEnv`: undefined where nobody knows the image any more.
 */
export const variablesOf = (
	env: readonly string[],
	imageEnv: readonly string[] | undefined,
	labels: Readonly<Record<string, string>>,
): readonly Variable[] => {
	const ofImage = new Map(imageEnv?.map(splitVariable));
	const maker = makerOf(labels);
	return env
		.map((text): Variable => {
			const [name, value] = splitVariable(text);
			const isOfImage = ofImage.get(name) === value;
			const origin = imageEnv === undefined ? undefined : isOfImage ? 'image' : maker;
			return {
				name,
				value,
				...known('origin', origin),
				isOverImage: !isOfImage && ofImage.has(name),
			};
		})
		.toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
};

const rank = ({origin}: Variable): number => (origin === 'image' ? 1 : 0);

const makerOf = (labels: Readonly<Record<string, string>>): VariableOrigin => {
	if (labels['com.docker.compose.project'] !== undefined) return 'compose';
	return labels['com.docker.swarm.service.name'] === undefined ? 'run' : 'swarm';
};
