import {hexFor, randomFor} from './random.ts';
import {type ContainerSpec, days, hours, kibi} from './spec.ts';

export interface DemoImage {
	/** With tag. */
	readonly name: string;
	/** `sha256:` and 64 hex digits. */
	readonly id: string;
	readonly createdAtMillis: number;
	readonly sizeBytes: number;
	/** One of the containers made from it, which says what is in it. */
	readonly sample: ContainerSpec;
}

export const imageIdOf = (name: string): string => {
	const id = ids.get(name) ?? `sha256:${hexFor(`image ${name}`)}`;
	ids.set(name, id);
	return id;
};

const ids = new Map<string, string>();

/** The images that the containers were made from, each older than its containers; newest first. */
export const imagesFor = (specs: readonly ContainerSpec[], nowMillis: number): DemoImage[] => {
	const images = new Map<string, DemoImage>();
	for (const spec of specs) {
		const {image: name, past} = spec;
		const random = randomFor(`image ${name}`);
		const age =
			past.ranForMillis + (past.exitedForMillis ?? 0) + random.integer(2, 30 * 24) * hours;
		const createdAtMillis = Math.min(
			nowMillis - Math.min(age, 90 * days),
			images.get(name)?.createdAtMillis ?? nowMillis,
		);
		const sizeBytes = random.integer(40 * kibi, 440 * kibi) * kibi;
		const {sample = spec} = images.get(name) ?? {};
		images.set(name, {name, id: imageIdOf(name), createdAtMillis, sizeBytes, sample});
	}
	return [...images.values()].sort((a, b) => b.createdAtMillis - a.createdAtMillis);
};
