/** A member's credit file with its first page and the tree of its latest grade. */
export const creditFile = `
  query CreditFileOfBench($id: ID!, $grade: ID!) {
    creditEntries(first: 100, memberId: $id) { edges { node { id words severity value proof clause occurredAt evidence { kind id } } } }
    node(id: $grade) {
      id
      ... on ComplianceGrade {
        score grade
        explanation { score areas { code points contribution leaves { key role words share points contribution entry { id } } } }
      }
    }
  }`;

/** All that the same file is read from, by one statement: every entry with its words, and the grade with its areas. */
export const creditFileAsJson = `
  select json_build_object(
    'entries', (
      select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'severity', e.severity, 'value', e.value::text, 'proof', e.proof, 'clause', e.clause,
        'occurredAt', e.occurred_at, 'words', k.words, 'facts', e.facts, 'evidence', e.evidence) order by e.place desc)
      from credit_entry e
        join (
          select value->>'code' as code, value->'words' as words
          from (select definition from credit_scheme where definition ? 'kinds' order by version desc limit 1) s, jsonb_array_elements(s.definition->'kinds')) k on k.code = e.kind
      where e.member_id = $1),
    'grade', (select json_build_object('id', g.id, 'score', g.score::text, 'grade', g.grade, 'areas', g.areas) from compliance_grade g where g.member_id = $1 order by g.at desc, g.id desc limit 1)
  )::text as body`;
