import type {DemoContainer} from './container.ts';
import {hexFor} from './random.ts';
import {type ContainerSpec, days} from './spec.ts';

export interface DemoNetwork {
	readonly name: string;
	readonly id: string;
	readonly driver: 'bridge' | 'host' | 'null';
	readonly createdAtMillis: number;
	/** Of the /16: `172.20`. */
	readonly prefix: string;
	readonly project?: string;
	/** Last two bytes of the address, by container id. */
	readonly members: Map<string, string>;
}

/** The networks of the machine and who is in them, with addresses that stay the same. */
export class Networks {
	readonly #networks = new Map<string, DemoNetwork>();

	constructor(specs: readonly ContainerSpec[], nowMillis: number) {
		const createdAtMillis = nowMillis - 30 * days;
		const add = (name: string, driver: DemoNetwork['driver'], project?: string) => {
			const index = this.#networks.size;
			this.#networks.set(name, {
				name,
				id: hexFor(`network ${name}`),
				driver,
				createdAtMillis,
				// 172.17 to 172.31 are private; further networks follow in 10/8.
				prefix: index < 15 ? `172.${17 + index}` : `10.${index}`,
				...(project === undefined ? {} : {project}),
				members: new Map(),
			});
		};
		add('bridge', 'bridge');
		add('host', 'host');
		add('none', 'null');
		for (const {networks, compose} of specs)
			for (const name of networks ?? [])
				if (!this.#networks.has(name)) add(name, 'bridge', compose?.project);
	}

	get all(): readonly DemoNetwork[] {
		return [...this.#networks.values()];
	}

	join(container: DemoContainer): void {
		for (const name of networksOf(container.spec)) {
			const network = this.#networks.get(name);
			if (network?.driver !== 'bridge') continue;
			const host = network.members.size + 2;
			network.members.set(container.id, `${host >> 8}.${host & 255}`);
		}
	}

	leave(container: DemoContainer): void {
		for (const network of this.#networks.values()) network.members.delete(container.id);
	}

	/** The networks of a container, with its address in each. */
	of(container: DemoContainer): {network: DemoNetwork; address: string}[] {
		return networksOf(container.spec).flatMap(name => {
			const network = this.#networks.get(name);
			if (!network) return [];
			const part = network.members.get(container.id);
			return [{network, address: part === undefined ? '' : `${network.prefix}.${part}`}];
		});
	}
}

export const networksOf = (spec: ContainerSpec): readonly string[] => spec.networks ?? ['bridge'];
