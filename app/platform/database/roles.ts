import { Client } from "pg";
import type { Secrets } from "./secret-file.ts";

export const OWNER_ROLE = "common_ground_owner";
export const APP_ROLE = "common_ground_app";
export const SCORER_ROLE = "common_ground_scorer";
/** Reads what is published for research, and nothing else. */
export const RESEARCH_ROLE = "common_ground_research";
export const DATABASE = "common_ground";

const SETUP_LOCK = 7_270_736_902;

type Passwords = Pick<Secrets, "ownerPassword" | "appPassword">;

/** Makes the four roles of an embedded cluster, as its superuser; does nothing to those that are there. */
export async function ensureRoles(adminUrl: string, passwords: Passwords): Promise<void> {
  await asAdmin(adminUrl, async (client) => {
    const { rows } = await client.query<{ rolname: string }>(
      "select rolname from pg_roles where rolname = any($1)",
      [[OWNER_ROLE, APP_ROLE, SCORER_ROLE, RESEARCH_ROLE]],
    );
    const present = new Set(rows.map((row) => row.rolname));
    const login = (password: string) => `login password ${client.escapeLiteral(password)}`;
    if (!present.has(OWNER_ROLE))
      await client.query(`create role ${OWNER_ROLE} ${login(passwords.ownerPassword)}`);
    if (!present.has(APP_ROLE)) await client.query(`create role ${APP_ROLE} ${login(passwords.appPassword)}`);
    if (!present.has(SCORER_ROLE)) await client.query(`create role ${SCORER_ROLE} nologin`);
    if (!present.has(RESEARCH_ROLE)) await client.query(`create role ${RESEARCH_ROLE} nologin`);
    await client.query(`grant ${RESEARCH_ROLE} to ${APP_ROLE}`);
    // So that a migration can hand the scoring function over (ALTER FUNCTION … OWNER TO).
    await client.query(`grant ${SCORER_ROLE} to ${OWNER_ROLE}`);
  });
}

/** Makes a database owned by the owner role, UTF-8 and in code point order whatever the machine speaks. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  await asAdmin(adminUrl, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount) return;
    await client.query(
      `create database ${client.escapeIdentifier(name)} owner ${OWNER_ROLE} template template0 encoding 'UTF8'
       locale 'C' locale_provider builtin builtin_locale 'C.UTF-8'`,
    );
    await client.query(`revoke all on database ${client.escapeIdentifier(name)} from public`);
    await client.query(`grant connect on database ${client.escapeIdentifier(name)} to ${APP_ROLE}`);
  });
}

/** Several starts at once do this one after the other. */
async function asAdmin(adminUrl: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [SETUP_LOCK]);
    await work(client);
  } finally {
    await client.end();
  }
}

/** What is wrong with the role the application would use: no faults, or one line each. */
export async function inspectAppRole(appUrl: string, ownerUrl?: string): Promise<string[]> {
  const app = await ask(appUrl, APP_FAULTS, [OWNER_ROLE, APP_ROLE, SCORER_ROLE, RESEARCH_ROLE]);
  const owner = ownerUrl ? await ask(ownerUrl, OWNER_FAULTS, [OWNER_ROLE, SCORER_ROLE]) : [];
  return [...app, ...owner];
}

async function ask(connectionString: string, sql: string, names: string[]): Promise<string[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ fault: string }>(sql, [names]);
    return rows.map((row) => row.fault);
  } finally {
    await client.end();
  }
}

/** A role counts with every role it may become: membership in a superuser is a superuser a command away. */
const APP_FAULTS = `
with become as (select * from pg_roles where pg_has_role(current_user, oid, 'member')),
  names as (select unnest($1::text[]) as name)
select format('the role %s does not exist', name) as fault from names
where name not in (select rolname from pg_roles)
union all select format('%s is a superuser', rolname) from become where rolsuper
union all select format('%s bypasses row security', rolname) from become where rolbypassrls and not rolsuper
union all select format('%s may create roles', rolname) from become where rolcreaterole and not rolsuper
union all select format('%s may become %s', current_user, rolname) from become
  where rolname in ('${OWNER_ROLE}', '${SCORER_ROLE}', 'pg_execute_server_program', 'pg_read_server_files',
    'pg_write_server_files') and not exists (select from become b where b.rolsuper)
union all select format('%s is not a member of %s', current_user, '${APP_ROLE}')
  where not exists (select from become where rolname = '${APP_ROLE}')
union all select format('%s may not become %s', current_user, '${RESEARCH_ROLE}')
  where exists (select from names where name = '${RESEARCH_ROLE}')
    and not exists (select from become where rolname = '${RESEARCH_ROLE}')
    and exists (select from pg_roles where rolname = '${RESEARCH_ROLE}')
union all select format('%s owns the database', rolname) from pg_database d join become b on b.oid = d.datdba
  where d.datname = current_database() and not exists (select from become where rolsuper)
union all (select format('%s owns tables (%s.%s)', b.rolname, n.nspname, c.relname)
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join become b on b.oid = c.relowner
  where c.relkind in ('r', 'p', 'v', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    and not exists (select from become where rolsuper) order by 1 limit 3)
union all select format('%s may create things in the schema public', current_user)
  where has_schema_privilege(current_user, 'public', 'create') and not exists (select from become where rolsuper)`;

const OWNER_FAULTS = `
select format('the owner %s may not become %s', current_user, role.rolname) as fault
from pg_roles role where role.rolname = any($1) and not pg_has_role(current_user, role.oid, 'member')
union all select format('the owner %s may not create in this database', current_user)
where not has_database_privilege(current_database(), 'create')
union all select format('the owner %s may not create in the schema public', current_user)
where not has_schema_privilege('public', 'create')`;

/** SQL that makes the four roles and a database for them on any PostgreSQL from 15. */
export function setupSql(database: string): string {
  const name = `"${(database || DATABASE).replaceAll('"', '""')}"`;
  return `create role ${OWNER_ROLE} login password 'choose one';
create role ${APP_ROLE} login password 'choose another';
create role ${SCORER_ROLE} nologin;
create role ${RESEARCH_ROLE} nologin;
grant ${RESEARCH_ROLE} to ${APP_ROLE};
grant ${SCORER_ROLE} to ${OWNER_ROLE};
create database ${name} owner ${OWNER_ROLE} template template0 encoding 'UTF8';
-- or, where the database is there already and empty: alter database ${name} owner to ${OWNER_ROLE};
revoke all on database ${name} from public;
grant connect on database ${name} to ${APP_ROLE};
-- then DATABASE_URL=postgresql://${APP_ROLE}:…@host:5432/… and DATABASE_OWNER_URL=postgresql://${OWNER_ROLE}:…@host:5432/…
`;
}
