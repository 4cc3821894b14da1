import {hash} from 'node:crypto';
import type {Container} from '../../model/container.ts';
import type {HostId} from '../../model/ids.ts';
import type {Call, Client} from './client.ts';
import {mapContainer} from './map-container.ts';
import {parseJson} from './raw.ts';

const listUpCall: Call = {
	method: 'GET',
	path: '/containers/json',
	what: 'list containers',
	deadlineMillis: 20_000,
};

const listCall: Call = {...listUpCall, query: {all: true}};

/** The lists of one engine. */
export interface Lister {
	/** All containers. What the engine says of one in the very words of the list before is the same object. */
	list(signal: AbortSignal): Promise<readonly Container[]>;
	/** Those that `docker ps` shows. */
	listUp(signal: AbortSignal): Promise<readonly Container[]>;
	/** Those with these ids that there are. */
	listSome(ids: ReadonlySet<string>, signal: AbortSignal): Promise<readonly Container[]>;
}

/** By a hash of what the engine said, because the text itself would be three times as big. */
type Known = Map<string, Container>;

/**
 * Reads lists item by item: the whole text of a long one, and all that is parsed of it, would be many
 * times what is kept.
 */
export const createLister = (client: Client, hostId: HostId): Lister => {
	let known: Known = new Map();

	const read = async (call: Call, signal: AbortSignal): Promise<Known> => {
		const listed: Known = new Map();
		const share = createShare();
		loadHash();
		await client.askItems(call, signal, json => {
			const digest = hash('sha256', json, 'base64');
			const container =
				known.get(digest) ??
				mapContainer(parseJson(json.toString('utf8'), call.what), hostId, share);
			if (container !== undefined) listed.set(digest, container);
		});
		return listed;
	};

	return {
		async list(signal) {
			known = await read(listCall, signal);
			return [...known.values()];
		},
		listUp: async signal => [...(await read(listUpCall, signal)).values()],
		async listSome(ids, signal) {
			const query = {all: true, filters: JSON.stringify({id: [...ids]})};
			const listed = await read({...listUpCall, query}, signal);
			// The engine takes an id for the beginning of one, and a proxy may overlook the filter.
			return [...listed.values()].filter(({ref}) => ids.has(ref.id));
		},
	};
};

/** Node loads its cryptography with the first use of it: while the engine is busy with its answer. */
const loadHash = (): void => {
	setImmediate(() => hash('sha256', ''));
};

/** Keeps one string of many equal ones: labels, images and commands come again and again. */
const createShare = (): ((text: string) => string) => {
	const texts = new Map<string, string>();
	return text => {
		const shared = texts.get(text);
		if (shared === undefined) texts.set(text, text);
		return shared ?? text;
	};
};
