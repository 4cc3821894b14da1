import type {Random} from '../random.ts';

export interface HttpRequest {
	readonly method: string;
	readonly path: string;
	readonly status: number;
	readonly bytes: number;
	readonly millis: number;
	readonly client: string;
	readonly user: number;
}

const routes: readonly [string, ...string[]] = [
	'GET /v1/items 200',
	'GET /v1/items 200',
	'GET /v1/items/{id} 200',
	'GET /v1/items/{id} 200',
	'GET /v1/items/{id} 404',
	'GET /v1/search?q=lamp 200',
	'GET /v1/cart 200',
	'GET /v1/cart 200',
	'PUT /v1/cart 200',
	'POST /v1/cart/items 201',
	'POST /v1/orders 201',
	'GET /v1/orders/{id} 200',
	'POST /v1/login 200',
	'POST /v1/login 401',
	'GET /health 200',
	'GET /health 200',
];

/** One request to the shop, as its proxy and its API both see them. */
export const randomRequest = (random: Random): HttpRequest => {
	const [method = 'GET', path = '/', status = '200'] = random.pick(routes).split(' ');
	const isSlow = random.chance(0.06);
	return {
		method,
		path: path.replace('{id}', String(random.integer(1, 400))),
		status: Number(status),
		bytes: random.integer(80, 18_000),
		millis: path === '/health' ? 1 : random.integer(3, 60) * (isSlow ? 14 : 1),
		client: `203.0.113.${random.integer(2, 250)}`,
		user: random.integer(11, 99),
	};
};
