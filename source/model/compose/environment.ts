/** What a program has in its environment beside what dockmon has; undefined takes it away. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * For Compose: the engine that is on the screen, whatever context the docker CLI is in, and plain text. Which
 * project and which files is said by arguments alone.
 */
export const composeEnvironment = (endpointUrl: string): Environment => ({
	DOCKER_HOST: endpointUrl,
	DOCKER_CONTEXT: undefined,
	COMPOSE_FILE: undefined,
	COMPOSE_PROJECT_NAME: undefined,
	COMPOSE_ANSI: 'never',
	COMPOSE_MENU: 'false',
	BUILDKIT_PROGRESS: 'plain',
});
