import {hostilePayloads} from './payloads.ts';

/** All but those that are so long that a list of containers would have hundreds of megabytes. */
export const fieldPayloads: readonly string[] = Object.values(hostilePayloads).filter(
	({length}) => length < 12_000,
);

/** What a field says so that it is known on the screen, however it is cut: `~0k~`. */
const markOf = (number: number): string => `~${number.toString(36).padStart(2, '0')}~`;

/** Numbers of the fields whose marks stand in a text. */
export const marksIn = (text: string): ReadonlySet<number> =>
	new Set([...text.matchAll(/~([\da-z]{2})~/g)].map(([, mark = '']) => Number.parseInt(mark, 36)));

/** Without these nothing would be asked for or shown: what they say is not text but decides what is done. */
const meaning =
	/(?:^|[. ])(?:Id|ID|id|ImageID|NetworkID|EndpointID|SandboxID|Parent|ApiVersion|MinAPIVersion|SystemTime|Type|Action|status|scope|Titles\[\]|Test\[\]|State\.Status|Health\.Status|Mounts\[\]\.Type|State|read|preread)$/;

/** Instants, sums and numbers, whatever they are called. */
const plainValue = /^(?:\d{4}-\d\d-\d\dT[\d:.]+Z?|sha256:[\da-f]+|[\da-f]{64}|-?\d+(?:\.\d+)?|)$/;

/** Labels by which dockmon finds out what belongs together. */
const meaningKey = /^com\.docker\.compose\.(?:container-number|oneoff|config-hash)$|^exitCode$/;

/** Maps whose keys are as foreign as their values. */
const freeMap = /(?:Labels|Networks|Attributes|Tmpfs|Annotations|Sysctls|Options|DriverOpts)$/;

const keptKey = /^(?:com\.docker\.compose\.|name$|image$|exitCode$)/;

type Json = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Makes answers of an engine hostile: every text in them, and every key that is somebody's choice, gets a
 * payload and a mark. Which one follows from the field and from what it is of, so that a container is called
 * the same whenever it is asked for, and no two fields of it have the same.
 */
export class Spoiler {
	readonly #round: number;
	readonly #fields = new Map<string, number>();
	readonly #holders = new Map<string, number>();
	readonly #given = new Map<number, Set<number>>();
	/** Of these what decides is hostile too. */
	readonly #isWild: (holder: number) => boolean;

	constructor(round: number, isWild: (holder: number) => boolean = () => false) {
		this.#round = round;
		this.#isWild = isWild;
	}

	/** Names of the fields that were spoiled, each with the number of payloads that it has had. */
	get given(): ReadonlyMap<string, number> {
		return new Map(
			[...this.#fields].map(([field, number]) => [field, this.#given.get(number)?.size ?? 0]),
		);
	}

	nameOf(number: number): string | undefined {
		return [...this.#fields].find(([, each]) => each === number)?.[0];
	}

	/** @param holder what the answer is of, where nothing in it says so */
	json(value: unknown, field: string, holder: string): unknown {
		if (typeof value === 'string') return this.#value(value, field, holder);
		if (Array.isArray(value)) return value.map(item => this.json(item, `${field}[]`, holder));
		return isRecord(value) ? this.#record(value, field, holder) : value;
	}

	/** A text of any kind, such as that of an error. */
	text(value: string, field: string, holder: string): string {
		const payload = this.#payloadOf(field, holder);
		const mark = markOf(numberIn(this.#fields, field));
		// A path stays one, or nobody would believe it.
		return value.startsWith('/')
			? `/${mark}${payload}${value.slice(1)}`
			: `${mark}${payload}${value}`;
	}

	#value(value: string, field: string, holder: string): string {
		const isKept = meaning.test(field) && !this.#isWild(numberIn(this.#holders, holder));
		const isId = /(?:^|[. ])(?:Id|ID|id)$/.test(field);
		const isPlain = plainValue.test(value) && !field.endsWith('HostPort');
		if (isKept || isId || isPlain) return value;
		// Who belongs together stays together, at least every second time.
		const isPlace = /compose\.(?:project|service)$/.test(field) && this.#round % 2 === 0;
		return this.text(value, field, isPlace ? value : holder);
	}

	#record(value: Json, field: string, holder: string): Json {
		const own = value['Id'] ?? value['ID'] ?? (value['Actor'] as Json | undefined)?.['ID'];
		const of = typeof own === 'string' ? own : holder;
		const isFree = freeMap.test(field);
		return Object.fromEntries(
			Object.entries(value).flatMap(([key, item]): (readonly [string, unknown])[] => {
				if (!isFree) return [[key, this.json(item, `${field}.${key}`, of)]];
				if (meaningKey.test(key)) return [[key, item]];
				if (keptKey.test(key)) return [[key, this.json(item, `${field}.${key}`, of)]];
				// The same network is called the same everywhere.
				return [[this.text(key, `${field} key`, key), this.json(item, `${field}.*`, of)]];
			}),
		);
	}

	#payloadOf(field: string, holder: string): string {
		const [fieldNumber, holderNumber] = [
			numberIn(this.#fields, field),
			numberIn(this.#holders, holder),
		];
		const number = (this.#round + holderNumber + fieldNumber * 31) % fieldPayloads.length;
		const given = this.#given.get(fieldNumber) ?? new Set();
		this.#given.set(fieldNumber, given.add(number));
		return fieldPayloads[number] ?? '';
	}
}

const numberIn = (numbers: Map<string, number>, name: string): number => {
	const known = numbers.get(name) ?? numbers.size;
	numbers.set(name, known);
	return known;
};
