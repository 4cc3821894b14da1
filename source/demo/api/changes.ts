import {type DemoFileChange, fileChangesOf} from '../world/file-changes.ts';
import {containerOf} from './engine.ts';
import type {Handler} from './router.ts';

const kinds: readonly DemoFileChange['kind'][] = ['modified', 'added', 'deleted'];

/** `GET /containers/{id}/changes`; `null` when nothing changed, as the real engine has it. */
export const changes: Handler = (engine, {reply}, parameter) => {
	const found = fileChangesOf(containerOf(engine, parameter('id')));
	reply.json(
		found.length === 0
			? null
			: found.map(({path, kind}) => ({Path: path, Kind: kinds.indexOf(kind)})),
	);
};
