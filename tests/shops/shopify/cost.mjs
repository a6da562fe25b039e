// What a query costs, before it is run: an object one point, a list two and its size, a mutation ten. More than 1,000 points
// are refused, and who has spent theirs waits. Shopify's own sums are kinder to long lists; who keeps to these keeps to those.

import { GraphQLError, getNamedType, getNullableType, isListType } from 'graphql';

export const COST_MAX = 1_000;

export function costOf(schema, document, variables) {
  const fragments = new Map(
    document.definitions.filter((one) => one.kind === 'FragmentDefinition').map((one) => [one.name.value, one]),
  );
  const operation = document.definitions.find((one) => one.kind === 'OperationDefinition');
  const isMutation = operation.operation === 'mutation';
  const named = (one) => schema.getType(one.typeCondition.name.value);
  const costOfAll = (set, type, times) => set.selections.map((one) => costOfOne(one, type, times)).reduce((a, b) => a + b, 0);

  function costOfOne(one, parent, times) {
    if (one.kind === 'FragmentSpread') {
      const fragment = fragments.get(one.name.value);
      return costOfAll(fragment.selectionSet, named(fragment), times);
    }
    if (one.kind === 'InlineFragment') return costOfAll(one.selectionSet, named(one), times);
    const name = one.name.value;
    if (!one.selectionSet || name === 'pageInfo') return 0;
    const field = parent.getFields()[name];
    const type = getNamedType(field.type);
    const isConnection = type.name.endsWith('Connection');
    const isList = isListType(getNullableType(field.type));
    // What is in a list was multiplied when the list was.
    const size = name !== 'nodes' && (isConnection || isList) ? sizeOf(one, variables) : 1;
    const own = isConnection ? 2 * times : times * size;
    return own + costOfAll(one.selectionSet, type, times * size);
  }

  const root = isMutation ? schema.getMutationType() : schema.getQueryType();
  return (isMutation ? 10 : 0) + costOfAll(operation.selectionSet, root, 1);
}

function sizeOf(field, variables) {
  const argument = (name) => field.arguments?.find((one) => one.name.value === name)?.value;
  const first = argument('first') ?? argument('last');
  if (first) return Number(first.value ?? variables?.[first.name.value]);
  const ids = argument('ids');
  return ids ? (ids.values ?? variables?.[ids.name.value]).length : 1;
}

/** Points that come back with time. */
export class Bucket {
  constructor(max, rate) {
    Object.assign(this, { max, rate, points: max, at: Date.now() });
  }

  /** Takes them, or says that they are not there. */
  take(cost) {
    const now = Date.now();
    this.points = Math.min(this.max, this.points + ((now - this.at) / 1000) * this.rate);
    this.at = now;
    if (cost > this.points) return false;
    this.points -= cost;
    return true;
  }

  status() {
    return { maximumAvailable: this.max, currentlyAvailable: Math.floor(this.points), restoreRate: this.rate };
  }
}

export const throttled = () => new GraphQLError('Throttled', { extensions: { code: 'THROTTLED' } });
export const tooDear = (cost) => new GraphQLError(
  `Query cost is ${cost}, which exceeds the single query max cost limit (${COST_MAX}).`,
  { extensions: { code: 'MAX_COST_EXCEEDED', cost, maxCost: COST_MAX } },
);
