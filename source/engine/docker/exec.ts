import {EngineError} from '../../model/engine-error.ts';
import type {ContainerRef} from '../../model/ids.ts';
import type {ExecOptions, ExecSession} from '../engine.ts';
import type {Client} from './client.ts';

export const openExec = async (
	_client: Client,
	_ref: ContainerRef,
	_options: ExecOptions,
	_signal: AbortSignal,
): Promise<ExecSession> => {
	throw new EngineError('unsupported', 'exec');
};
