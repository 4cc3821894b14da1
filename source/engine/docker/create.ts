import type {HostId} from '../../model/ids.ts';
import {boundedJson} from '../../model/json.ts';
import type {DirectEndpoint} from '../endpoint.ts';
import type {Engine} from '../engine.ts';
import {createApiSampler} from '../stats/api-sampler.ts';
import {readClients} from '../stats/cgroup/clients.ts';
import {withExactTimes} from '../stats/cgroup/process-times.ts';
import {createCgroupSampler} from '../stats/cgroup/sampler.ts';
import {createCombinedSampler} from '../stats/combined.ts';
import type {StatsSampler} from '../stats/sampler.ts';
import {untilAborted} from '../wait.ts';
import {act} from './actions.ts';
import {readArchive, statFile, writeArchive} from './archive.ts';
import {openAttach} from './attach.ts';
import {readChanges} from './changes.ts';
import {createClient} from './client.ts';
import {connect, createPing} from './connection.ts';
import {openDebug} from './debug.ts';
import type {DialerOptions} from './dial.ts';
import {EventMemory} from './event-memory.ts';
import {openEvents, pastEvents} from './events.ts';
import {openExec} from './exec.ts';
import {readImageConfig} from './image-config.ts';
import {listImageNames} from './image-names.ts';
import {inspectRaw} from './inspect.ts';
import {createLister} from './list.ts';
import {listFiles} from './list-files.ts';
import {openLogs} from './logs.ts';
import {mapDetails} from './map-details.ts';
import {mapSetup} from './map-setup.ts';
import {createProcessLister} from './processes.ts';
import {untilNewSocket} from './socket-file.ts';
import {createSocketWatch, orReplaced} from './socket-watch.ts';
import {createStatsSource} from './stats-source.ts';
import {listVolumeNames} from './volume-names.ts';
import {readVolumeSizes} from './volume-sizes.ts';

export interface DockerEngineOptions extends DialerOptions {
	/** False asks the engine for all samples, also where the files of the kernel could be read. */
	readonly readsCgroups: boolean;
	/** Of the events that another connection to the same engine has told. */
	readonly eventMemory?: EventMemory;
}

/** The engine at an endpoint; nothing is sent before `connect`. */
export const createDockerEngine = (
	endpoint: DirectEndpoint,
	hostId: HostId,
	options: DockerEngineOptions = {readsCgroups: true},
): Engine => {
	const {readsCgroups, eventMemory = new EventMemory()} = options;
	const client = createClient(endpoint, options);
	const socket = createSocketWatch(endpoint);
	const lister = createLister(client, hostId);
	const processLister = createProcessLister(client);
	const ping = createPing(client);
	const source = createStatsSource(client, ping);
	const createSampler = (mayBeDirect: boolean): StatsSampler => {
		const api = createApiSampler(source, {mayBeDirect});
		return readsCgroups && mayBeHere(endpoint)
			? createCombinedSampler(createCgroupSampler(), api)
			: api;
	};
	let sampler = createSampler(false);
	return {
		hostId,
		async connect(signal) {
			try {
				const [{info, hasOneShot}] = await Promise.all([connect(client, signal), socket.begin()]);
				sampler = createSampler(hasOneShot);
				return info;
			} catch (error) {
				throw await orReplaced(error, endpoint);
			}
		},
		ping,
		look: () => socket.look(),
		quietMillis: () => client.quietMillis(),
		untilReplaced: signal => untilReplaced(endpoint, signal),
		list: signal => lister.list(signal),
		listUp: signal => lister.listUp(signal),
		listSome: (ids, signal) => lister.listSome(ids, signal),
		inspect: async (ref, signal) => mapDetails(await inspectRaw(client, ref, signal)),
		inspectDocument: async (ref, signal) => boundedJson(await inspectRaw(client, ref, signal)),
		async processes(ref, signal) {
			const list = await processLister.list(ref, signal);
			return readsCgroups && mayBeHere(endpoint) ? withExactTimes(list, ref.id) : list;
		},
		async clients(refs, signal) {
			const isSeen = readsCgroups && mayBeHere(endpoint);
			return isSeen ? readClients(new Set(refs.map(({id}) => id)), signal) : new Map();
		},
		changes: (ref, signal) => readChanges(client, ref, signal),
		volumeSizes: signal => readVolumeSizes(client, signal),
		volumeNames: signal => listVolumeNames(client, signal),
		imageConfig: (imageId, signal) => readImageConfig(client, imageId, signal),
		setup: async (ref, signal) => mapSetup(await inspectRaw(client, ref, signal)),
		events: signal => openEvents(client, hostId, eventMemory, signal),
		pastEvents: (span, signal) => pastEvents(client, hostId, span, signal),
		stats: (options, signal) => sampler.sample(options, signal),
		logs: (ref, options, signal) => openLogs(client, ref, options, signal),
		act: (ref, verb, signal) => act(client, ref, verb, signal),
		exec: (ref, options, signal) => openExec(client, ref, options, signal),
		files: {
			list: (ref, path, options, signal) => listFiles(client, ref, path, options, signal),
			stat: (ref, path, signal) => statFile(client, ref, path, signal),
			read: (ref, path, signal) => readArchive(client, ref, path, signal),
			write: (ref, folder, archive, signal) => writeArchive(client, ref, folder, archive, signal),
		},
		attach: (ref, options, signal) => openAttach(client, ref, options, signal),
		imageNames: signal => listImageNames(client, signal),
		debug: (ref, options, signal) => openDebug(client, ref, options, signal),
		dispose: () => client.dispose(),
	};
};

/** Its containers will tell whether it is; behind a socket of this machine may be another one. */
const mayBeHere = ({transport, source}: DirectEndpoint): boolean =>
	transport.kind === 'unix' && source !== 'demo' && process.platform === 'linux';

/** A host in the network cannot be watched without asking it. */
const untilReplaced = async ({transport}: DirectEndpoint, signal: AbortSignal): Promise<void> => {
	if (transport.kind === 'unix') await untilNewSocket(transport.socketPath, signal);
	else await untilAborted(signal);
};
