import {kill, pause, remove, rename, restart, start, stop, unpause} from './actions.ts';
import {getArchive, putArchive} from './archive.ts';
import {attach, resizeContainer} from './attach.ts';
import {changes} from './changes.ts';
import {diskUsage} from './disk-usage.ts';
import {events} from './events.ts';
import {createExec, inspectExec, resizeExec, startExec} from './exec.ts';
import {inspectImage, listImages} from './image-list.ts';
import {inspectContainer} from './inspect.ts';
import {listContainers} from './list.ts';
import {containerLogs} from './logs.ts';
import {inspectNetwork, listNetworks} from './network-list.ts';
import {type Route, route} from './router.ts';
import {containerStats} from './stats.ts';
import {info, noSwarm, ping, version} from './system.ts';
import {top} from './top.ts';
import {update} from './update.ts';
import {inspectVolume, listVolumes} from './volume-list.ts';
import {wait} from './wait.ts';

/** What the demo engine answers; anything else is 404, as with the real one. */
export const routes: readonly Route[] = [
	route('GET', '/_ping', ping),
	route('GET', '/version', version),
	route('GET', '/info', info),
	route('GET', '/events', events),
	route('GET', '/system/df', diskUsage),
	...['/swarm', '/services', '/tasks', '/nodes'].map(path => route('GET', path, noSwarm)),
	route('GET', '/containers/json', listContainers),
	route('GET', '/containers/:id/json', inspectContainer),
	route('GET', '/containers/:id/stats', containerStats),
	route('GET', '/containers/:id/logs', containerLogs),
	route('GET', '/containers/:id/top', top),
	route('GET', '/containers/:id/changes', changes),
	route('GET', '/containers/:id/archive', getArchive),
	route('PUT', '/containers/:id/archive', putArchive),
	route('POST', '/containers/:id/start', start),
	route('POST', '/containers/:id/stop', stop),
	route('POST', '/containers/:id/restart', restart),
	route('POST', '/containers/:id/kill', kill),
	route('POST', '/containers/:id/pause', pause),
	route('POST', '/containers/:id/unpause', unpause),
	route('POST', '/containers/:id/rename', rename),
	route('POST', '/containers/:id/update', update),
	route('POST', '/containers/:id/wait', wait),
	route('DELETE', '/containers/:id', remove),
	route('POST', '/containers/:id/attach', attach),
	route('POST', '/containers/:id/resize', resizeContainer),
	route('POST', '/containers/:id/exec', createExec),
	route('POST', '/exec/:id/start', startExec),
	route('POST', '/exec/:id/resize', resizeExec),
	route('GET', '/exec/:id/json', inspectExec),
	route('GET', '/images/json', listImages),
	route('GET', '/images/:name*/json', inspectImage),
	route('GET', '/networks', listNetworks),
	route('GET', '/networks/:id', inspectNetwork),
	route('GET', '/volumes', listVolumes),
	route('GET', '/volumes/:name', inspectVolume),
];
