import type {
	ComposeIdentity,
	Container,
	ContainerState,
	Mount,
	NetworkAttachment,
	Port,
} from '../../model/container.ts';
import {type Health, noHealth} from '../../model/health.ts';
import {type HostId, shortId} from '../../model/ids.ts';
import {known} from '../../model/known.ts';
import {
	type Raw,
	rawCount,
	rawFlag,
	rawLabels,
	rawList,
	rawObject,
	rawSecondsMillis,
	rawText,
	rawWord,
	rawWords,
} from './raw.ts';

/** The same text, if possible in a string that others have too. */
type Share = (text: string) => string;

/** An entry of `GET /containers/json`; undefined for one without an id, which cannot be addressed. */
export const mapContainer = (
	value: unknown,
	hostId: HostId,
	share: Share,
): Container | undefined => {
	const raw = rawObject(value);
	const id = rawWord(raw['Id']);
	if (id === undefined) return undefined;
	const networkMode = rawWord(rawObject(raw['HostConfig'])['NetworkMode']);
	const labels = rawLabels(raw['Labels'], share);
	const status = share(rawText(raw['Status']) ?? '');
	return {
		ref: {hostId, id},
		name: containerName(rawWords(raw['Names'])) ?? shortId(id),
		image: share(rawText(raw['Image']) ?? ''),
		command: share(rawText(raw['Command']) ?? ''),
		state: containerState(rawText(raw['State']), status),
		status,
		health: listHealth(raw, status),
		...known('createdAtMillis', rawSecondsMillis(raw['Created'])),
		ports: trimmed(rawList(raw['Ports']).flatMap(mapPort)),
		mounts: trimmed(rawList(raw['Mounts']).flatMap(mount => mapMount(mount, share))),
		networks: trimmed(mapNetworks(rawObject(raw['NetworkSettings'])['Networks'])),
		...known('networkMode', networkMode && share(networkMode)),
		labels,
		...known('compose', composeIdentity(labels)),
	};
};

/** Without the room for more that an array has which grew; there may be tens of thousands of them. */
const trimmed = <T>(items: readonly T[]): readonly T[] =>
	items.length === 0 ? nothing : items.slice();

const nothing: readonly never[] = [];

/** Names with a second slash are aliases that a linked container gave. */
const containerName = (names: readonly string[]): string | undefined => {
	const own = names.find(name => name.lastIndexOf('/') <= 0) ?? names[0];
	return own?.replace(/^\//, '') || undefined;
};

const dockerStates: ReadonlySet<string> = new Set<ContainerState>([
	'created',
	'running',
	'paused',
	'restarting',
	'removing',
	'exited',
	'dead',
]);

/** Podman's own words. */
const podmanStates: Readonly<Record<string, ContainerState>> = {
	configured: 'created',
	initialized: 'created',
	stopping: 'running',
	stopped: 'exited',
};

const isDockerState = (state: string): state is ContainerState => dockerStates.has(state);

/** Where the word is missing or new, the sentence tells at least whether it runs. */
export const containerState = (word: string | undefined, status: string): ContainerState => {
	const state = word?.toLowerCase() ?? '';
	if (isDockerState(state)) return state;
	return podmanStates[state] ?? (status.startsWith('Up') ? 'running' : 'exited');
};

/** Engines from API 1.52 on list the health; before, the status sentence ends with it. */
const listHealth = (raw: Raw, status: string): Health => {
	const health = rawObject(raw['Health']);
	const word = rawWord(health['Status']);
	if (word !== undefined) return healthOf(word, rawCount(health['FailingStreak']));
	const inSentence = /\((?:health: )?(starting|healthy|unhealthy)\)$/.exec(status);
	return healthOf(inSentence?.[1]);
};

/** `none`, an empty or an unknown word: no check. */
export const healthOf = (word: string | undefined, failingStreak?: number): Health =>
	word === 'starting' || word === 'healthy' || word === 'unhealthy'
		? {kind: word, ...known('failingStreak', failingStreak)}
		: noHealth;

const mapPort = (value: unknown): Port[] => {
	const raw = rawObject(value);
	const privatePort = rawCount(raw['PrivatePort']);
	if (privatePort === undefined) return [];
	const type = rawText(raw['Type']);
	const protocol = type === 'udp' || type === 'sctp' ? type : 'tcp';
	return [
		{
			privatePort,
			protocol,
			...known('publicPort', rawCount(raw['PublicPort']) || undefined),
			...known('ip', rawWord(raw['IP'])),
		},
	];
};

const mountTypes: ReadonlySet<string> = new Set<Mount['type']>([
	'bind',
	'volume',
	'tmpfs',
	'npipe',
	'cluster',
	'image',
]);

const isMountType = (type: string): type is Mount['type'] => mountTypes.has(type);

const mapMount = (value: unknown, share: Share): Mount[] => {
	const raw = rawObject(value);
	const type = rawText(raw['Type']) ?? '';
	const destination = rawText(raw['Destination']);
	if (!isMountType(type) || destination === undefined) return [];
	const path = rawWord(raw['Source']);
	const source = (type === 'volume' ? (rawWord(raw['Name']) ?? path) : path) ?? '';
	const writable = rawFlag(raw['RW']) ?? true;
	return [{type, source: share(source), destination: share(destination), writable}];
};

const mapNetworks = (value: unknown): NetworkAttachment[] =>
	Object.entries(rawObject(value)).map(([name, network]) => ({
		name,
		...known('ipAddress', rawWord(rawObject(network)['IPAddress'])),
	}));

const composeIdentity = (labels: Readonly<Record<string, string>>): ComposeIdentity | undefined => {
	const project = labels['com.docker.compose.project'];
	const service = labels['com.docker.compose.service'];
	if (!project || !service) return undefined;
	const number = rawCount(Number(labels['com.docker.compose.container-number']));
	return {
		project,
		service,
		number: number !== undefined && number > 0 ? number : 1,
		oneOff: labels['com.docker.compose.oneoff']?.toLowerCase() === 'true',
	};
};
