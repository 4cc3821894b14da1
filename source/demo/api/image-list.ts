import type {DemoImage} from '../world/images.ts';
import {ApiError} from './api-error.ts';
import {filtersOf, fits} from './filters.ts';
import type {Handler} from './router.ts';
import {timeText} from './words.ts';

const knownFilters = ['before', 'dangling', 'label', 'reference', 'since', 'until'];

/** `GET /images/json` */
export const listImages: Handler = ({world}, {query, reply}) => {
	const filters = filtersOf(query, knownFilters);
	reply.json(
		world.images
			.filter(({name}) => fits(filters, 'reference', wanted => isNamed(name, wanted)))
			.map(image => ({
				Containers: -1,
				Created: Math.floor(image.createdAtMillis / 1000),
				Id: image.id,
				Labels: null,
				ParentId: '',
				RepoDigests: [],
				RepoTags: [image.name],
				SharedSize: -1,
				Size: image.sizeBytes,
			})),
	);
};

/** `GET /images/{name}/json` */
export const inspectImage: Handler = ({world}, {reply}, parameter) => {
	const reference = parameter('name');
	const image = world.images.find(one => isMeant(one, reference));
	if (!image) throw new ApiError(404, `No such image: ${reference}`);
	const {env, command, workingDirectory, user, ports = []} = image.sample;
	reply.json({
		Id: image.id,
		RepoTags: [image.name],
		RepoDigests: [],
		Parent: '',
		Comment: '',
		Created: timeText(image.createdAtMillis),
		Author: '',
		Config: {
			User: user ?? '',
			...(ports.length > 0 && {
				ExposedPorts: Object.fromEntries(
					ports.map(({container, protocol = 'tcp'}) => [`${container}/${protocol}`, {}]),
				),
			}),
			Env: env.filter(isOfImage),
			Cmd: command,
			WorkingDir: workingDirectory ?? '',
			Labels: null,
		},
		Architecture: 'amd64',
		Os: 'linux',
		Size: image.sizeBytes,
		GraphDriver: {Data: null, Name: 'overlay2'},
		RootFS: {Type: 'layers', Layers: [image.id]},
		Metadata: {LastTagTime: timeText(undefined)},
	});
};

/** What an image sets for itself; all else is said when a container is made of it. */
const isOfImage = (variable: string): boolean =>
	/^(PATH|LANG|GOPATH|PGDATA|PG_MAJOR|PYTHON\w+|\w+_VERSION)=/.test(variable);

/** With its tag, or without any. */
const isNamed = (name: string, wanted: string): boolean =>
	name === wanted || name.split(':')[0] === wanted;

const isMeant = ({name, id}: DemoImage, reference: string): boolean =>
	name === reference ||
	name === `${reference}:latest` ||
	id === reference ||
	(reference.length >= 4 && id.startsWith(`sha256:${reference}`));
