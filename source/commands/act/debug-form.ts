import {debugCommand} from '../../model/act/way-in.ts';
import {refKey} from '../../model/ids.ts';
import type {ShellTarget} from '../../model/shell-request.ts';
import {actionTarget} from '../../store/act/action-request.ts';
import {stillThere} from '../../store/act/action-targets.ts';
import type {Form} from '../../store/act/form.ts';
import type {State} from '../../store/state.ts';
import {askWayIn} from './ask-way-in.ts';
import type {FormSpec} from './form-spec.ts';
import {targetOf} from './shell-target.ts';

/** Which image it shall be, of those there are; undefined where the container is gone. */
export const debugFormFor = (
	{containers}: State,
	target: ShellTarget,
	images: readonly string[],
): Form | undefined => {
	const container = containers.byKey.get(refKey(target.ref));
	if (container === undefined) return undefined;
	return {
		purpose: 'debug',
		title: `Debug container beside ${target.title}`,
		fields: [
			{
				...{id: 'image', label: 'image', text: images[0] ?? '', choices: images, isFree: true},
				hint: 'has sh; nothing is pulled',
			},
		],
		targets: [actionTarget(container)],
	};
};

export const debugForm: FormSpec = {
	check({image = ''}, {fields, targets}, state) {
		if (stillThere(state, targets).length === 0) return {image: 'the container is gone'};
		const isThere = fields[0]?.choices?.includes(image.trim()) === true;
		return isThere ? {} : {image: 'this engine has no image of that name'};
	},
	argv: ({image = ''}, {targets: [target]}) => debugCommand(target?.ref.id ?? '', image),
	submit(context, {image = ''}, {targets}) {
		const target = targetOf(context.state, targets);
		if (target === undefined) return;
		askWayIn(context, {kind: 'debug', request: {target, image: image.trim()}});
	},
};
