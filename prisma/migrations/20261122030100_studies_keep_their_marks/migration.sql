-- The marks of a study and of a release are no words: an erasure cuts no name out of them.
DO $$
BEGIN
  EXECUTE replace(
    pg_get_functiondef('app.wordings()'::regprocedure),
    '''record.kind''',
    '''record.kind'', ''release_plan.id'', ''study.dimension'', ''study.key_hash'', ''study.slug'''
  );
END $$;
