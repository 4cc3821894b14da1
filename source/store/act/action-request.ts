import type {ContainerAction} from '../../model/act/container-action.ts';
import type {ContainerKey} from '../../model/ids.ts';

export interface ActionRequest {
	readonly action: ContainerAction;
	readonly keys: readonly ContainerKey[];
}
