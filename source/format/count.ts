/** `9,412` */
export const formatCount = (count: number): string =>
	String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
