import type {Span} from '../../../format/span.ts';
import type {Symbols} from '../../../format/symbols.ts';
import type {Container} from '../../../model/container.ts';
import {endedWell, healthOf} from '../../../model/container-facts.ts';
import {plain, styled} from '../../widgets/spans.ts';

/** State of a container as one sign; shape and colour say the same. */
export const stateMark = (container: Container, symbols: Symbols): Span => {
	switch (container.state) {
		case 'running':
			return styled('ok', symbols.running);
		case 'paused':
			return styled('pause', symbols.paused);
		case 'restarting':
			return styled('warn', symbols.restarting);
		case 'created':
			return styled('info', symbols.created);
		case 'removing':
			return styled('muted', symbols.removing);
		case 'dead':
			return styled('err', symbols.failed);
		case 'exited':
			return endedWell(container) ? styled('muted', symbols.exited) : styled('err', symbols.failed);
	}
};

/** Health apart from state: a running container may be unhealthy, and one without a check is neither. */
export const healthMark = (container: Container, symbols: Symbols): Span => {
	if (container.state !== 'running') return styled('dim', symbols.noHealth);
	switch (healthOf(container).kind) {
		case 'healthy':
			return styled('ok', symbols.healthy);
		case 'unhealthy':
			return styled('err', symbols.unhealthy);
		case 'starting':
			return styled('warn', symbols.starting);
		case 'none':
			return plain(symbols.noHealth);
	}
};
