import {type ContainerKey, refKey} from '../../source/model/ids.ts';
import type {ActionRequest} from '../../source/store/act/action-request.ts';

/** What was asked to be done to. */
export const keysOf = (request: ActionRequest | undefined): readonly ContainerKey[] =>
	request?.targets.map(({ref}) => refKey(ref)) ?? [];
