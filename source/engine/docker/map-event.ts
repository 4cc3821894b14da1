import type {EngineEvent} from '../../model/engine-event.ts';
import type {HostId} from '../../model/ids.ts';
import {known} from '../../model/known.ts';
import {healthOf} from './map-container.ts';
import {type Raw, rawCount, rawObject, rawSecondsMillis, rawText, rawWord} from './raw.ts';

/** One line of `GET /events`; undefined for what is of no interest or cannot be understood. */
export const mapEvent = (value: unknown, hostId: HostId): EngineEvent | undefined => {
	const raw = rawObject(value);
	const actor = rawObject(raw['Actor']);
	const id = rawWord(actor['ID']) ?? rawWord(raw['id']);
	const action = rawWord(raw['Action']) ?? rawWord(raw['status']);
	if (rawText(raw['Type']) !== 'container' || id === undefined || action === undefined)
		return undefined;
	const attributes = rawObject(actor['Attributes']);
	const at = {ref: {hostId, id}, atMillis: instant(raw), ...names(attributes)};
	switch (action) {
		case 'die':
		case 'died':
			return {kind: 'container.died', ...at, ...known('exitCode', exitCode(attributes))};
		case 'oom':
			return {kind: 'container.oom', ...at};
		case 'destroy':
		case 'remove':
			return {kind: 'container.destroyed', ...at};
		default:
			return action.startsWith('health_status')
				? healthEvent(action, attributes, at)
				: {kind: 'container.changed', ...at, action};
	}
};

/** All labels of the container are among the attributes. */
const names = (attributes: Raw): Pick<EngineEvent, 'name' | 'project'> => {
	const label = (word: string) => rawWord(attributes[`com.docker.compose.${word}`]);
	const project = label('project');
	const service = label('service');
	const number = label('container-number') ?? '1';
	const isOneOff = label('oneoff') === 'True';
	if (project === undefined || service === undefined || isOneOff) {
		return {...known('name', rawWord(attributes['name'])), ...known('project', project)};
	}
	return {name: number === '1' ? service : `${service}-${number}`, project};
};

const nanosPerMilli = 1_000_000;

/** `timeNano` is beyond 2^53 and so inexact by some hundred nanoseconds, which does no harm here. */
const instant = (raw: Raw): number => {
	const nanos = rawCount(raw['timeNano']);
	return nanos ? Math.floor(nanos / nanosPerMilli) : (rawSecondsMillis(raw['time']) ?? 0);
};

/** Podman has its own name for it. */
const exitCode = (attributes: Raw): number | undefined => {
	const text = rawWord(attributes['exitCode']) ?? rawWord(attributes['containerExitCode']);
	return text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : undefined;
};

/** `health_status: healthy`; Podman puts the word into the attributes. */
const healthEvent = (
	action: string,
	attributes: Raw,
	at: Pick<EngineEvent, 'ref' | 'atMillis' | 'name' | 'project'>,
): EngineEvent | undefined => {
	const word = action.split(': ')[1] ?? rawText(attributes['health_status']);
	const health = healthOf(word).kind;
	return health === 'none' ? undefined : {kind: 'container.health', ...at, health};
};
