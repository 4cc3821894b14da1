import {sayBytes} from '../../format/bytes.ts';
import {isAnonymousVolume} from '../../model/act/consequences.ts';
import type {FileVolume, Refusal} from '../../model/compose/project.ts';
import {listed} from '../../model/listed.ts';
import type {VolumeUse} from '../../model/volume-use.ts';
import type {Confirm, Overlay} from '../../store/overlay.ts';
import {selectCompose} from '../../store/select-compose.ts';
import type {State} from '../../store/state.ts';
import {protectedLine} from './ask-action.ts';
import {composeConfirm, composeRequest, profilesInUse} from './compose-request.ts';

/** What the engine tells of volumes. */
export interface FoundVolumes {
	/** Of all that there are. */
	readonly names: readonly string[];
	/** Of any, as far as they were measured in time. */
	readonly sizes: readonly VolumeUse[];
}

/** The question before a project goes with its volumes, which wants its name typed; or why it cannot be asked. */
export const downVolumesQuestion = (
	state: State,
	project: string,
	found: FoundVolumes,
	sinceMillis: number,
): Overlay | Refusal => {
	const order = {verb: 'down', volumes: true} as const;
	const request = composeRequest(state, project, order);
	if ('problem' in request) return request;
	const asked = composeConfirm(request, order);
	const {listing, sentences} = volumeLines(state, project, found);
	const confirm: Confirm = {
		...asked,
		title: `Down project ${project}, and delete its volumes?`,
		named: listing.length,
		lines: [...listing, ...sentences, ...asked.lines, ...protectedLine(state)],
	};
	return {kind: 'confirm-name', confirm, expected: project, text: '', sinceMillis};
};

const mostNamed = 4;

/** Each one that is deleted by itself, then in sentences how that is and which are kept. */
const volumeLines = (
	state: State,
	project: string,
	{names, sizes}: FoundVolumes,
): {readonly listing: readonly string[]; readonly sentences: readonly string[]} => {
	const mounted = mountedBy(state, project);
	const nameless = mounted.filter(isAnonymousVolume);
	const named = mounted.filter(name => !isAnonymousVolume(name));
	const {declared, idle = []} = declaredBy(state, project);
	const own = names.filter(name => declared?.includes(name));
	const kept = named.filter(name => !declared?.includes(name) && !idle.includes(name));
	const left = names.filter(name => idle.includes(name));
	const bytes = new Map(sizes.map(each => [each.name, each.bytes]));
	const size = (of: readonly string[]): string => {
		const known = of.map(name => bytes.get(name));
		return known.includes(undefined)
			? 'size not known'
			: sayBytes(known.reduce((sum: number, each) => sum + (each ?? 0), 0));
	};
	const listing = [
		...own.map(name => `${name}  ${size([name])}`),
		...(nameless.length === 0 ? [] : [`${nameless.length} without a name  ${size(nameless)}`]),
	];
	if (declared === undefined) {
		const sentences = [
			`Deleted are all volumes that its files declare and do not call external${nameless.length === 0 ? '' : ', and those without a name'}, with all that is in them: nothing brings that back.`,
			'Its files have not been read, so they cannot be named.',
			...(named.length === 0 ? [] : [`Its containers have: ${listed(named, mostNamed)}.`]),
		];
		return {listing, sentences};
	}
	const count = own.length + nameless.length;
	const sentences = [
		count === 0
			? 'None of the volumes that its files declare exists.'
			: `${count === 1 ? 'This volume is' : `These ${count} volumes are`} deleted, with all that is in ${count === 1 ? 'it' : 'them'}: nothing brings that back.`,
		...(kept.length === 0
			? []
			: [`Kept: ${listed(kept, mostNamed)}, which its files do not declare, or call external.`]),
		...(left.length === 0
			? []
			: [`Kept, unless COMPOSE_PROFILES names their profile: ${listed(left, mostNamed)}.`]),
		'External volumes are never deleted.',
	];
	return {listing, sentences};
};

interface Declared {
	/** Deleted where they exist; undefined where the files were not read as they are now. */
	readonly declared?: readonly string[];
	/** Left alone with the services that alone use them, unless the environment or an `.env` names their profile. */
	readonly idle?: readonly string[];
}

const declaredBy = (state: State, project: string): Declared => {
	const reading = state.compose.readings.get(project);
	if (reading?.volumes === undefined || reading.isUnderWay || reading.problem !== undefined)
		return {};
	const inUse = new Set(profilesInUse(state, project));
	const goes = ({profiles}: FileVolume): boolean => profiles?.some(each => inUse.has(each)) ?? true;
	return {
		declared: reading.volumes.filter(goes).map(({name}) => name),
		idle: reading.volumes.filter(each => !goes(each)).map(({name}) => name),
	};
};

/** Names of the volumes that its containers have, each once. */
const mountedBy = (state: State, project: string): readonly string[] => {
	const entry = selectCompose(state).find(each => each.kind === 'project' && each.name === project);
	const names = (entry?.containers ?? []).flatMap(({mounts}) =>
		mounts.filter(({type}) => type === 'volume').map(({source}) => source),
	);
	return [...new Set(names)].toSorted();
};
