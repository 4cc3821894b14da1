import type {Line} from '../../../format/span.ts';
import {countContainers} from '../../panes/header/counts.ts';
import type {View} from '../../view.ts';
import {flow} from '../../widgets/flow.ts';
import {labelled} from '../../widgets/spans.ts';
import type {Panel} from './panel.ts';

/** What the engine tells of itself. */
export const enginePanel: Panel = {
	title: 'engine',
	body: (view, width) => flow(factsOf(view), width),
};

const factsOf = (view: View): readonly Line[] => {
	const {engine, endpoint, containers, forbidden} = view.state;
	const {unknown} = view.symbols;
	const fact = (name: string, value: string | undefined): Line => labelled(name, value ?? unknown);
	const isListed = containers.status !== 'loading';
	const {running} = countContainers(view.state);
	const root = {true: 'yes', false: 'no'}[String(engine?.isRootless)];
	const group = [engine?.cgroupVersion, engine?.cgroupDriver].filter(Boolean).join(' ');
	return [
		...(forbidden.length === 0 ? [] : [fact('forbidden', forbidden.join(', '))]),
		fact(engine?.product ?? 'engine', engine?.version),
		fact('api', engine?.apiVersion),
		fact('containers', isListed ? `${containers.byKey.size}, ${running} running` : undefined),
		fact(
			'images',
			engine?.imageCount === undefined ? undefined : `${engine.imageCount} when connected`,
		),
		fact('storage', engine?.storageDriver),
		fact('cgroup', group || undefined),
		fact('rootless', root),
		fact('logs', engine?.loggingDriver),
		fact('kernel', engine?.kernel),
		fact('system', engine?.operatingSystem),
		fact('on', engine?.architecture),
		fact('folder', engine?.rootFolder),
		fact('name', engine?.name),
		fact('at', endpoint.url),
	];
};
