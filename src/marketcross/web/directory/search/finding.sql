-- One search of the index. `fails` names the conditions that a service does not meet, in the order in which a search gives
-- way (finding.STEPS); `step` is the last of them, 0 for a service that is as asked for. So widening is an order.
WITH candidate AS (
    SELECT *,
        everywhere OR serves && %(here)s::uuid[] AS eligible,
        comes_to_you OR metres <= %(near)s OR (metres IS NULL AND lies_in && %(here)s::uuid[]) AS near,
        category_code = ANY(%(meant)s::text[]) AS means,
        cardinality(%(lexemes)s::text[]) > 0 AND lexemes @> %(lexemes)s::text[] AS says
    FROM (
        SELECT *,
            floor(sqrt((easting - %(easting)s::float8) ^ 2 + (northing - %(northing)s::float8) ^ 2))::int AS metres
        FROM directory_searchentry
        WHERE (NOT %(chosen)s OR category_code = ANY(%(nearest)s::text[]))
          AND (NOT %(worded)s OR category_code = ANY(%(meant_nearly)s::text[]) OR lexemes && %(lexemes)s::text[])
    ) AS placed
), judged AS (
    SELECT *,
        ARRAY[
            %(most)s::int IS NOT NULL AND (price_pence IS NULL OR price_pence > %(most)s::int),
            %(direct)s AND NOT takes_direct_payments,
            %(time)s <> '' AND NOT (times && ARRAY[%(time)s, 'any']::varchar[]),
            %(group)s <> '' AND NOT (groups && ARRAY[%(group)s, 'everybody']::varchar[]),
            %(placed)s AND NOT (eligible AND coalesce(near, false)),
            NOT ((NOT %(chosen)s OR category_code = ANY(%(only)s::text[])) AND (NOT %(worded)s OR means OR says))
        ] AS fails,
        CASE WHEN %(worded)s THEN
            2 * means::int + says::int
            + (SELECT count(*) FROM unnest(%(lexemes)s::text[]) AS l WHERE l = ANY(name_lexemes))
            + (SELECT count(*) FROM unnest(%(lexemes)s::text[]) AS l WHERE l = ANY(lexemes))
        ELSE 0 END AS told
    FROM candidate
), stepped AS (
    SELECT *, coalesce((SELECT max(i) FROM generate_subscripts(fails, 1) AS i WHERE fails[i]), 0) AS step
    FROM judged
), nearest AS (
    SELECT DISTINCT ON (service_id) * FROM stepped ORDER BY service_id, step, metres NULLS LAST, id
)
SELECT service_id, fails, metres, eligible, step
FROM nearest
ORDER BY step, told DESC, metres NULLS LAST, name, service_id
LIMIT %(limit)s
