/**
 * Who may open and send what: every address, every method, every principal written out.
 *
 * The address names a place the principal has to do with: `:area` is Oakfield, `:id` a record shared between its
 * partnership and the borough (or a person both know). Everything about another area is 404 to all but its members,
 * and what is side, personal, binned or about another council is 404 to whoever it is kept from:
 * access-matrix.built.test.ts sends those too.
 *
 *   page      it is shown (200)                       writes    a good form is carried out (302)
 *   leads-on  it leads to another page (302)          done      carried out, and no content is written (302)
 *   sign-in   it leads to the sign-in page (302)      401 403 404 405   refused, and nothing is written
 *
 * HEAD, `.data` and `.data?_routes=` answer as GET does. PUT, PATCH and DELETE are 405 for everybody.
 *
 * A new page: a GET line and a POST line here (405 where it has no action), an example of its form in
 * tests/builders/fixtures-forms.ts if it has one, and of its `:id` in tests/builders/fixtures-access.ts.
 */
export const PRINCIPALS = [
  "nobody",
  "community reader",
  "community editor",
  "community lead",
  "council reader",
  "council editor",
  "council lead",
  /** Lead of the other council of the same area. */
  "other council",
  /** Lead of another area's partnership. */
  "another area",
  "researcher",
  "admin",
  /** Was a community lead until yesterday; the session is still there. */
  "ended",
  /** Account closed while signed in. */
  "closed",
  /** Another admin, who was let into Oakfield by break-glass a moment ago: reads what both sides share there. */
  "admin let in",
] as const;

export type Principal = (typeof PRINCIPALS)[number];
export type Method = "GET" | "POST";
export type Answer = "page" | "leads-on" | "sign-in" | "writes" | "done" | "404" | "403" | "405" | "401";

const TABLE = `
#                                             nobody   community:                 council:                   other    another                                      an admin
# method  address                                      reader   editor   lead     reader   editor   lead     council  area     research admin    ended    closed   let in
  GET     /                                   page     page     page     page     page     page     page     page     page     page     page     page     page     page
  POST    /                                   405      405      405      405      405      405      405      405      405      405      405      405      405      405
  GET     /sign-in                            page     leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on page     leads-on
  POST    /sign-in                            done     done     done     done     done     done     done     done     done     done     done     done     done     done
  GET     /sign-in/second-factor              leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on
  POST    /sign-in/second-factor              done     done     done     done     done     done     done     done     done     done     done     done     done     done
  GET     /sign-in/link                       page     page     page     page     page     page     page     page     page     page     page     page     page     page
  POST    /sign-in/link                       404      404      404      404      404      404      404      404      404      404      404      404      404      404
  GET     /sign-in/link/:token                page     page     page     page     page     page     page     page     page     page     page     page     page     page
  POST    /sign-in/link/:token                done     done     done     done     done     done     done     done     done     done     done     done     done     done
  GET     /sign-in/code                       leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on
  POST    /sign-in/code                       done     done     done     done     done     done     done     done     done     done     done     done     done     done
  GET     /sign-in/set-up                     leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on
  POST    /sign-in/set-up                     done     done     done     done     done     done     done     done     done     done     done     done     done     done
  GET     /sign-in/passkey                    page     leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on page     leads-on
  POST    /sign-in/passkey                    done     done     done     done     done     done     done     done     done     done     done     done     done     done
  GET     /sign-in/passkey/offer              404      404      404      404      404      404      404      404      404      404      404      404      404      404
  POST    /sign-in/passkey/offer              page     page     page     page     page     page     page     page     page     page     page     page     page     page
  GET     /sign-in/single-sign-on             page     leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on page     leads-on
  POST    /sign-in/single-sign-on             404      done     done     done     done     done     done     done     done     done     done     done     404      done
  GET     /sign-in/single-sign-on/callback/:provider leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on leads-on
  POST    /sign-in/single-sign-on/callback/:provider 405      405      405      405      405      405      405      405      405      405      405      405      405      405
  GET     /sign-out                           page     page     page     page     page     page     page     page     page     page     page     page     page     page
  POST    /sign-out                           done     done     done     done     done     done     done     done     done     done     done     done     done     done
  GET     /setup                              404      404      404      404      404      404      404      404      404      404      404      404      404      404
  POST    /setup                              404      404      404      404      404      404      404      404      404      404      404      404      404      404
  GET     /account                            sign-in  page     page     page     page     page     page     page     page     page     page     page     sign-in  page
  POST    /account                            sign-in  done     done     done     done     done     done     done     done     done     done     done     sign-in  done
  GET     /account/details                    sign-in  page     page     page     page     page     page     page     page     page     page     page     sign-in  page
  POST    /account/details                    sign-in  writes   writes   writes   writes   writes   writes   writes   writes   writes   writes   writes   sign-in  writes
  GET     /account/email/:token               sign-in  page     page     page     page     page     page     page     page     page     page     page     sign-in  page
  POST    /account/email/:token               sign-in  done     done     done     done     done     done     done     done     done     done     done     sign-in  done
  GET     /account/second-factor              sign-in  page     page     page     page     page     page     page     page     page     page     page     sign-in  page
  POST    /account/second-factor              sign-in  done     done     403      done     done     403      403      403      done     403      done     sign-in  403
  GET     /account/passkeys                   sign-in  page     page     page     page     page     page     page     page     page     page     page     sign-in  page
  POST    /account/passkeys                   sign-in  done     done     done     done     done     done     done     done     done     done     done     sign-in  done
  GET     /account/tokens                     sign-in  page     page     page     page     page     page     page     page     page     page     page     sign-in  page
  POST    /account/tokens                     sign-in  writes   writes   writes   writes   writes   writes   writes   writes   writes   writes   writes   sign-in  writes
  GET     /account/calendar                   sign-in  page     page     page     page     page     page     page     page     page     page     page     sign-in  page
  POST    /account/calendar                   sign-in  writes   writes   writes   writes   writes   writes   writes   writes   404      404      404      sign-in  404
  GET     /account/your-data                  sign-in  page     page     page     page     page     page     page     page     page     page     page     sign-in  page
  POST    /account/your-data                  sign-in  writes   writes   writes   writes   writes   writes   writes   writes   writes   writes   writes   sign-in  writes
  GET     /account/your-data.json             sign-in  page     page     page     page     page     page     page     page     page     page     page     sign-in  page
  POST    /account/your-data.json             sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /calendar/:file                     page     page     page     page     page     page     page     page     page     page     page     page     page     page
  POST    /calendar/:file                     405      405      405      405      405      405      405      405      405      405      405      405      405      405
  GET     /api/v1/openapi.json                page     page     page     page     page     page     page     page     page     page     page     page     page     page
  POST    /api/v1/openapi.json                405      405      405      405      405      405      405      405      405      405      405      405      405      405
  GET     /api/v1/*                           401      401      401      401      401      401      401      401      401      401      401      401      401      401
  POST    /api/v1/*                           401      401      401      401      401      401      401      401      401      401      401      401      401      401
  GET     /answer/:token                      page     page     page     page     page     page     page     page     page     page     page     page     page     page
  POST    /answer/:token                      writes   writes   writes   writes   writes   writes   writes   writes   writes   writes   writes   writes   writes   writes
  GET     /check-in/:token                    page     page     page     page     page     page     page     page     page     page     page     page     page     page
  POST    /check-in/:token                    writes   writes   writes   writes   writes   writes   writes   writes   writes   writes   writes   writes   writes   writes
  GET     /invitation/:token                  page     page     page     page     page     page     page     page     page     page     page     page     page     page
  POST    /invitation/:token                  writes   404      404      404      404      404      404      404      404      404      404      404      writes   404
  GET     /council                            sign-in  404      404      404      page     page     page     page     404      404      404      404      sign-in  404
  POST    /council                            sign-in  404      404      404      403      writes   writes   404      404      404      404      404      sign-in  404
  GET     /search                             sign-in  page     page     page     page     page     page     page     page     page     page     page     sign-in  page
  POST    /search                             sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /organisations/:id                  sign-in  page     page     page     page     page     page     page     page     page     page     page     sign-in  page
  POST    /organisations/:id                  sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /guide                              page     page     page     page     page     page     page     page     page     page     page     page     page     page
  POST    /guide                              405      405      405      405      405      405      405      405      405      405      405      405      405      405
  GET     /guide/:component                   page     page     page     page     page     page     page     page     page     page     page     page     page     page
  POST    /guide/:component                   405      405      405      405      405      405      405      405      405      405      405      405      405      405
  GET     /privacy                            page     page     page     page     page     page     page     page     page     page     page     page     page     page
  POST    /privacy                            405      405      405      405      405      405      405      405      405      405      405      405      405      405
  GET     /accessibility                      page     page     page     page     page     page     page     page     page     page     page     page     page     page
  POST    /accessibility                      405      405      405      405      405      405      405      405      405      405      405      405      405      405
  GET     /guide/words                        page     page     page     page     page     page     page     page     page     page     page     page     page     page
  POST    /guide/words                        405      405      405      405      405      405      405      405      405      405      405      405      405      405
  GET     /research                           sign-in  page     page     page     page     page     page     page     page     page     page     page     sign-in  page
  POST    /research                           sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /research/studies                   sign-in  page     page     page     page     page     page     page     page     page     page     page     sign-in  page
  POST    /research/studies                   sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /research/studies/:study            sign-in  404      404      404      404      404      404      404      404      page     404      404      sign-in  404
  POST    /research/studies/:study            sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /research/data                      sign-in  page     page     page     page     page     page     page     page     page     page     page     sign-in  page
  POST    /research/data                      sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /research/data/:file                sign-in  page     page     page     page     page     page     page     page     page     page     page     sign-in  page
  POST    /research/data/:file                sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /research/sensitivity               sign-in  page     page     page     page     page     page     page     page     page     page     page     sign-in  page
  POST    /research/sensitivity               sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /research/published                 sign-in  page     page     page     page     page     page     page     page     page     page     page     sign-in  page
  POST    /research/published                 sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /research/codes                     sign-in  page     page     page     page     page     page     page     page     page     page     page     sign-in  page
  POST    /research/codes                     sign-in  403      403      403      403      403      403      403      403      writes   writes   403      sign-in  writes
  GET     /research/method                    page     page     page     page     page     page     page     page     page     page     page     page     page     page
  POST    /research/method                    405      405      405      405      405      405      405      405      405      405      405      405      405      405
  GET     /research/method/:file              page     page     page     page     page     page     page     page     page     page     page     page     page     page
  POST    /research/method/:file              405      405      405      405      405      405      405      405      405      405      405      405      405      405
  GET     /research/method/calculator         page     page     page     page     page     page     page     page     page     page     page     page     page     page
  POST    /research/method/calculator         page     page     page     page     page     page     page     page     page     page     page     page     page     page
  GET     /admin                              sign-in  404      404      404      404      404      404      404      404      404      page     404      sign-in  page
  POST    /admin                              sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /admin/users                        sign-in  404      404      404      404      404      404      404      404      404      page     404      sign-in  page
  POST    /admin/users                        sign-in  404      404      404      404      404      404      404      404      404      writes   404      sign-in  writes
  GET     /admin/users/:id                    sign-in  404      404      404      404      404      404      404      404      404      page     404      sign-in  page
  POST    /admin/users/:id                    sign-in  404      404      404      404      404      404      404      404      404      writes   404      sign-in  writes
  GET     /admin/invitations                  sign-in  404      404      404      404      404      404      404      404      404      page     404      sign-in  page
  POST    /admin/invitations                  sign-in  404      404      404      404      404      404      404      404      404      writes   404      sign-in  writes
  GET     /admin/retention                    sign-in  404      404      404      404      404      404      404      404      404      page     404      sign-in  page
  POST    /admin/retention                    sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /admin/organisations                sign-in  404      404      404      404      404      404      404      404      404      page     404      sign-in  page
  POST    /admin/organisations                sign-in  404      404      404      404      404      404      404      404      404      writes   404      sign-in  writes
  GET     /admin/organisations/:id            sign-in  404      404      404      404      404      404      404      404      404      page     404      sign-in  page
  POST    /admin/organisations/:id            sign-in  404      404      404      404      404      404      404      404      404      writes   404      sign-in  writes
  GET     /admin/organisations/:id/single-sign-on sign-in  404      404      404      404      404      404      404      404      404      page     404      sign-in  page
  POST    /admin/organisations/:id/single-sign-on sign-in  404      404      404      404      404      404      404      404      404      writes   404      sign-in  writes
  GET     /admin/organisations/:id/takeover   sign-in  404      404      404      404      404      404      404      404      404      page    404      sign-in  page
  POST    /admin/organisations/:id/takeover   sign-in  404      404      404      404      404      404      404      404      404      writes  404      sign-in  writes
  GET     /admin/organisations/:id/merge      sign-in  404      404      404      404      404      404      404      404      404      page     404      sign-in  page
  POST    /admin/organisations/:id/merge      sign-in  404      404      404      404      404      404      404      404      404      writes   404      sign-in  writes
  GET     /admin/areas                        sign-in  404      404      404      404      404      404      404      404      404      page     404      sign-in  page
  POST    /admin/areas                        sign-in  404      404      404      404      404      404      404      404      404      writes   404      sign-in  writes
  GET     /admin/areas/:id                    sign-in  404      404      404      404      404      404      404      404      404      page     404      sign-in  page
  POST    /admin/areas/:id                    sign-in  404      404      404      404      404      404      404      404      404      writes   404      sign-in  writes
  GET     /admin/areas/:id/close              sign-in  404      404      404      404      404      404      404      404      404      page    404      sign-in  page
  POST    /admin/areas/:id/close              sign-in  404      404      404      404      404      404      404      404      404      writes  404      sign-in  writes
  GET     /admin/imports                      sign-in  404      404      404      404      404      404      404      404      404      page     404      sign-in  page
  POST    /admin/imports                      sign-in  404      404      404      404      404      404      404      404      404      writes   404      sign-in  writes
  GET     /admin/elections                    sign-in  404      404      404      404      404      404      404      404      404      page     404      sign-in  page
  POST    /admin/elections                    sign-in  404      404      404      404      404      404      404      404      404      writes   404      sign-in  writes
  GET     /admin/codes                        sign-in  404      404      404      404      404      404      404      404      404      page     404      sign-in  page
  POST    /admin/codes                        sign-in  404      404      404      404      404      404      404      404      404      writes   404      sign-in  writes
  GET     /admin/people-rights                sign-in  404      404      404      404      404      404      404      404      404      page     404      sign-in  page
  POST    /admin/people-rights                sign-in  404      404      404      404      404      404      404      404      404      writes   404      sign-in  writes
  GET     /admin/audit                        sign-in  404      404      404      404      404      404      404      404      404      page     404      sign-in  page
  POST    /admin/audit                        sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /admin/audit.csv                    sign-in  404      404      404      404      404      404      404      404      404      page     404      sign-in  page
  POST    /admin/audit.csv                    sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /admin/break-glass                  sign-in  404      404      404      404      404      404      404      404      404      page     404      sign-in  page
  POST    /admin/break-glass                  sign-in  404      404      404      404      404      404      404      404      404      writes   404      sign-in  writes
  GET     /admin/releases                     sign-in  404      404      404      404      404      404      404      404      404      page     404      sign-in  page
  POST    /admin/releases                     sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /admin/studies                      sign-in  404      404      404      404      404      404      404      404      404      page     404      sign-in  page
  POST    /admin/studies                      sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /admin/studies/new                  sign-in  404      404      404      404      404      404      404      404      404      page     404      sign-in  page
  POST    /admin/studies/new                  sign-in  404      404      404      404      404      404      404      404      404      writes   404      sign-in  writes
  GET     /admin/studies/:id                  sign-in  404      404      404      404      404      404      404      404      404      page     404      sign-in  page
  POST    /admin/studies/:id                  sign-in  404      404      404      404      404      404      404      404      404      writes   404      sign-in  writes
  GET     /admin/jobs                         sign-in  404      404      404      404      404      404      404      404      404      page     404      sign-in  page
  POST    /admin/jobs                         sign-in  404      404      404      404      404      404      404      404      404      writes   404      sign-in  writes
  GET     /admin/health                       sign-in  404      404      404      404      404      404      404      404      404      page     404      sign-in  page
  POST    /admin/health                       sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area                        sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area                        sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/actions                sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/actions                sign-in  403      writes   writes   403      writes   writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/meetings               sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/meetings               sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/meetings/new           sign-in  403      page     page     403      page     page     page     404      404      404      404      sign-in  403
  POST    /areas/:area/meetings/new           sign-in  403      writes   writes   403      writes   writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/meetings/plan          sign-in  403      page     page     403      page     page     page     404      404      404      404      sign-in  403
  POST    /areas/:area/meetings/plan          sign-in  403      writes   writes   403      writes   writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/meetings/no-reply      sign-in  403      page     page     403      page     page     page     404      404      404      404      sign-in  403
  POST    /areas/:area/meetings/no-reply      sign-in  403      writes   writes   403      writes   writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/meetings/series        sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/meetings/series        sign-in  403      writes   writes   403      writes   writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/meetings/series/:id    sign-in  page     page     page     page     page     page     404      404      404      404      404      sign-in  page
  POST    /areas/:area/meetings/series/:id    sign-in  403      writes   writes   403      writes   writes   404      404      404      404      404      sign-in  404
  GET     /areas/:area/meetings/import        sign-in  403      page     page     403      page     page     page     404      404      404      404      sign-in  403
  POST    /areas/:area/meetings/import        sign-in  403      writes   writes   403      writes   writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/meetings/:id           sign-in  page     page     page     page     page     page     404      404      404      404      404      sign-in  page
  POST    /areas/:area/meetings/:id           sign-in  403      writes   writes   403      writes   writes   404      404      404      404      404      sign-in  404
  GET     /areas/:area/meetings/:id/edit      sign-in  403      page     page     403      403      403      404      404      404      404      404      sign-in  403
  POST    /areas/:area/meetings/:id/edit      sign-in  403      writes   writes   403      403      403      404      404      404      404      404      sign-in  404
  GET     /areas/:area/meetings/:id/write-up  sign-in  403      page     page     403      page     page     404      404      404      404      404      sign-in  403
  POST    /areas/:area/meetings/:id/write-up  sign-in  403      writes   writes   403      writes   writes   404      404      404      404      404      sign-in  404
  GET     /areas/:area/health                 sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/health                 sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/health/:component      sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/health/:component      sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/team                   sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/team                   sign-in  404      404      writes   404      404      writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/team/:id               sign-in  page     page     page     404      404      404      404      404      404      404      404      sign-in  404
  POST    /areas/:area/team/:id               sign-in  writes   403      writes   404      404      404      404      404      404      404      404      sign-in  404
  GET     /areas/:area/relationship           sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/relationship           sign-in  403      writes   writes   403      writes   writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/research               sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/research               sign-in  403      403      writes   403      403      writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/close                  sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/close                  sign-in  403      403      writes   403      403      403      403      404      404      404      404      sign-in  404
  GET     /areas/:area/elections              sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/elections              sign-in  403      403      403      403      writes   writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/codes                  sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/codes                  sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/timeline               sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/timeline               sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/requests               sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/requests               sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/requests/new           sign-in  403      page     page     403      page     page     page     404      404      404      404      sign-in  403
  POST    /areas/:area/requests/new           sign-in  403      writes   writes   403      writes   writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/requests/:id           sign-in  page     page     page     page     page     page     404      404      404      404      404      sign-in  page
  POST    /areas/:area/requests/:id           sign-in  403      writes   writes   403      writes   writes   404      404      404      404      404      sign-in  404
  GET     /areas/:area/projects               sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/projects               sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/projects/new           sign-in  403      page     page     403      page     page     page     404      404      404      404      sign-in  403
  POST    /areas/:area/projects/new           sign-in  403      writes   writes   403      writes   writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/projects/:id           sign-in  page     page     page     page     page     page     404      404      404      404      404      sign-in  page
  POST    /areas/:area/projects/:id           sign-in  403      writes   writes   403      writes   writes   404      404      404      404      404      sign-in  404
  GET     /areas/:area/projects/:id/edit      sign-in  403      page     page     403      403      403      404      404      404      404      404      sign-in  403
  POST    /areas/:area/projects/:id/edit      sign-in  403      writes   writes   403      403      403      404      404      404      404      404      sign-in  404
  GET     /areas/:area/milestones             sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/milestones             sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/milestones/new         sign-in  403      page     page     403      page     page     page     404      404      404      404      sign-in  403
  POST    /areas/:area/milestones/new         sign-in  403      writes   writes   403      writes   writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/milestones/:id         sign-in  page     page     page     page     page     page     404      404      404      404      404      sign-in  page
  POST    /areas/:area/milestones/:id         sign-in  403      writes   writes   403      writes   writes   404      404      404      404      404      sign-in  404
  GET     /areas/:area/commitments            sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/commitments            sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/commitments/new        sign-in  403      page     page     403      page     page     page     404      404      404      404      sign-in  403
  POST    /areas/:area/commitments/new        sign-in  403      writes   writes   403      writes   writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/commitments/:id        sign-in  page     page     page     page     page     page     404      404      404      404      404      sign-in  page
  POST    /areas/:area/commitments/:id        sign-in  403      writes   writes   403      writes   writes   404      404      404      404      404      sign-in  404
  GET     /areas/:area/evidence               sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/evidence               sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/evidence/new           sign-in  403      page     page     403      page     page     page     404      404      404      404      sign-in  403
  POST    /areas/:area/evidence/new           sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/evidence/new/:kind     sign-in  403      page     page     403      page     page     page     404      404      404      404      sign-in  403
  POST    /areas/:area/evidence/new/:kind     sign-in  403      writes   writes   403      writes   writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/evidence/:id           sign-in  page     page     page     page     page     page     404      404      404      404      404      sign-in  page
  POST    /areas/:area/evidence/:id           sign-in  403      writes   writes   403      writes   writes   404      404      404      404      404      sign-in  404
  GET     /areas/:area/evidence/:id/edit      sign-in  403      page     page     403      403      403      404      404      404      404      404      sign-in  403
  POST    /areas/:area/evidence/:id/edit      sign-in  403      writes   writes   403      403      403      404      404      404      404      404      sign-in  404
  GET     /areas/:area/aims                   sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/aims                   sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/aims/new               sign-in  403      page     page     403      page     page     page     404      404      404      404      sign-in  403
  POST    /areas/:area/aims/new               sign-in  403      writes   writes   403      writes   writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/aims/:id               sign-in  page     page     page     page     page     page     404      404      404      404      404      sign-in  page
  POST    /areas/:area/aims/:id               sign-in  403      writes   writes   403      writes   writes   404      404      404      404      404      sign-in  404
  GET     /areas/:area/check-ins              sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/check-ins              sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/check-ins/new          sign-in  403      page     page     403      page     page     page     404      404      404      404      sign-in  403
  POST    /areas/:area/check-ins/new          sign-in  403      writes   writes   403      writes   writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/check-ins/:id          sign-in  page     page     page     page     page     page     404      404      404      404      404      sign-in  page
  POST    /areas/:area/check-ins/:id          sign-in  403      writes   writes   403      403      403      404      404      404      404      404      sign-in  404
  GET     /areas/:area/check-ins/:id/answer   sign-in  page     page     page     page     page     page     404      404      404      404      404      sign-in  page
  POST    /areas/:area/check-ins/:id/answer   sign-in  writes   writes   writes   writes   writes   writes   404      404      404      404      404      sign-in  404
  GET     /areas/:area/people                 sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/people                 sign-in  403      writes   writes   403      writes   writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/people/new             sign-in  403      page     page     403      page     page     page     404      404      404      404      sign-in  403
  POST    /areas/:area/people/new             sign-in  403      writes   writes   403      writes   writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/people/import          sign-in  403      page     page     403      page     page     page     404      404      404      404      sign-in  403
  POST    /areas/:area/people/import          sign-in  403      writes   writes   403      writes   writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/people/map              sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/people/map              sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/people/coverage         sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/people/coverage         sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/people/:id             sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/people/:id             sign-in  403      writes   writes   403      writes   writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/people/:id/merge       sign-in  403      page     page     403      page     page     page     404      404      404      404      sign-in  403
  POST    /areas/:area/people/:id/merge       sign-in  403      writes   writes   403      writes   writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/people/:id/data        sign-in  403      403      page     403      403      page     page     404      404      404      404      sign-in  403
  POST    /areas/:area/people/:id/data        sign-in  403      403      writes   403      403      403      403      404      404      404      404      sign-in  404
  GET     /areas/:area/people/:id/data.json   sign-in  403      403      page     403      403      page     page     404      404      404      404      sign-in  403
  POST    /areas/:area/people/:id/data.json   sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/partnership            sign-in  page     page     page     404      404      404      404      404      404      404      404      sign-in  404
  POST    /areas/:area/partnership            sign-in  403      writes   writes   404      404      404      404      404      404      404      404      sign-in  404
  GET     /areas/:area/partnership/members    sign-in  page     page     page     404      404      404      404      404      404      404      404      sign-in  404
  POST    /areas/:area/partnership/members    sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/partnership/members/new sign-in  403      page     page     404      404      404      404      404      404      404      404      sign-in  404
  POST    /areas/:area/partnership/members/new sign-in  403      writes   writes   404      404      404      404      404      404      404      404      sign-in  404
  GET     /areas/:area/partnership/members/:id sign-in  page     page     page     404      404      404      404      404      404      404      404      sign-in  404
  POST    /areas/:area/partnership/members/:id sign-in  403      writes   writes   404      404      404      404      404      404      404      404      sign-in  404
  GET     /areas/:area/partnership/members.csv sign-in  page     page     page     404      404      404      404      404      404      404      404      sign-in  404
  POST    /areas/:area/partnership/members.csv sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/partnership/policies   sign-in  page     page     page     404      404      404      404      404      404      404      404      sign-in  404
  POST    /areas/:area/partnership/policies   sign-in  403      writes   writes   404      404      404      404      404      404      404      404      sign-in  404
  GET     /areas/:area/partnership/interests  sign-in  page     page     page     404      404      404      404      404      404      404      404      sign-in  404
  POST    /areas/:area/partnership/interests  sign-in  403      writes   writes   404      404      404      404      404      404      404      404      sign-in  404
  GET     /areas/:area/partnership/decisions  sign-in  page     page     page     404      404      404      404      404      404      404      404      sign-in  404
  POST    /areas/:area/partnership/decisions  sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/partnership/decisions/new sign-in  403      page     page     404      404      404      404      404      404      404      404      sign-in  404
  POST    /areas/:area/partnership/decisions/new sign-in  403      writes   writes   404      404      404      404      404      404      404      404      sign-in  404
  GET     /areas/:area/partnership/decisions/:id sign-in  page     page     page     404      404      404      404      404      404      404      404      sign-in  404
  POST    /areas/:area/partnership/decisions/:id sign-in  403      writes   writes   404      404      404      404      404      404      404      404      sign-in  404
  GET     /areas/:area/partnership/plan       sign-in  page     page     page     404      404      404      404      404      404      404      404      sign-in  404
  POST    /areas/:area/partnership/plan       sign-in  403      writes   writes   404      404      404      404      404      404      404      404      sign-in  404
  GET     /areas/:area/partnership/reviews    sign-in  page     page     page     404      404      404      404      404      404      404      404      sign-in  404
  POST    /areas/:area/partnership/reviews    sign-in  403      writes   writes   404      404      404      404      404      404      404      404      sign-in  404
  GET     /areas/:area/partnership/reviews/:id sign-in  page     page     page     404      404      404      404      404      404      404      404      sign-in  404
  POST    /areas/:area/partnership/reviews/:id sign-in  403      writes   writes   404      404      404      404      404      404      404      404      sign-in  404
  GET     /areas/:area/partnership/reviews/:id/export.docx sign-in  page     page     page     404      404      404      404      404      404      404      404      sign-in  404
  POST    /areas/:area/partnership/reviews/:id/export.docx sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/partnership/reviews/:id/export.pdf sign-in  page     page     page     404      404      404      404      404      404      404      404      sign-in  404
  POST    /areas/:area/partnership/reviews/:id/export.pdf sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/partnership/log        sign-in  page     page     page     404      404      404      404      404      404      404      404      sign-in  404
  POST    /areas/:area/partnership/log        sign-in  403      writes   writes   404      404      404      404      404      404      404      404      sign-in  404
  GET     /areas/:area/disclosures            sign-in  403      403      page     403      403      page     page     404      404      404      404      sign-in  403
  POST    /areas/:area/disclosures            sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/disclosures/new        sign-in  403      403      page     403      403      page     page     404      404      404      404      sign-in  403
  POST    /areas/:area/disclosures/new        sign-in  403      403      writes   403      403      writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/disclosures/:id        sign-in  403      403      page     403      403      404      404      404      404      404      404      sign-in  403
  POST    /areas/:area/disclosures/:id        sign-in  403      403      writes   403      403      404      404      404      404      404      404      sign-in  404
  GET     /areas/:area/disclosures/:id/export.docx sign-in  403      403      page     403      403      404      404      404      404      404      404      sign-in  403
  POST    /areas/:area/disclosures/:id/export.docx sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/disclosures/:id/export.pdf sign-in  403      403      page     403      403      404      404      404      404      404      404      sign-in  403
  POST    /areas/:area/disclosures/:id/export.pdf sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/audit                  sign-in  403      403      page     403      403      page     page     404      404      404      404      sign-in  403
  POST    /areas/:area/audit                  sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/audit.csv              sign-in  403      403      page     403      403      page     page     404      404      404      404      sign-in  403
  POST    /areas/:area/audit.csv              sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/records/:id/put-back/:entry sign-in  403      page     page     403      403      403      404      404      404      404      404      sign-in  403
  POST    /areas/:area/records/:id/put-back/:entry sign-in  403      writes   writes   403      403      403      404      404      404      404      404      sign-in  404
  GET     /areas/:area/bin                    sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/bin                    sign-in  403      writes   writes   404      404      404      404      404      404      404      404      sign-in  404
  GET     /areas/:area/records/:id            sign-in  leads-on leads-on leads-on leads-on leads-on leads-on 404      404      404      404      404      sign-in  leads-on
  POST    /areas/:area/records/:id            sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/handovers              sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/handovers              sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/handovers/new          sign-in  403      page     page     403      page     page     page     404      404      404      404      sign-in  403
  POST    /areas/:area/handovers/new          sign-in  403      writes   writes   403      writes   writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/handovers/:id          sign-in  page     page     page     page     page     page     404      404      404      404      404      sign-in  page
  POST    /areas/:area/handovers/:id          sign-in  403      writes   writes   403      writes   writes   404      404      404      404      404      sign-in  404
  GET     /areas/:area/handovers/:id/brief    sign-in  page     page     page     page     page     page     404      404      404      404      404      sign-in  page
  POST    /areas/:area/handovers/:id/brief    sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/handovers/:id/brief.pdf sign-in  page     page     page     page     page     page     404      404      404      404      404      sign-in  page
  POST    /areas/:area/handovers/:id/brief.pdf sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/agreements             sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/agreements             sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/agreements/new         sign-in  403      page     page     403      page     page     page     404      404      404      404      sign-in  403
  POST    /areas/:area/agreements/new         sign-in  403      writes   writes   403      writes   writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/agreements/:id         sign-in  page     page     page     page     page     page     404      404      404      404      404      sign-in  page
  POST    /areas/:area/agreements/:id         sign-in  403      writes   writes   403      writes   writes   404      404      404      404      404      sign-in  404
  GET     /areas/:area/agreements/:id/edit    sign-in  403      403      page     403      403      page     404      404      404      404      404      sign-in  403
  POST    /areas/:area/agreements/:id/edit    sign-in  403      403      writes   403      403      writes   404      404      404      404      404      sign-in  404
  GET     /areas/:area/agreements/:id/versions sign-in  page     page     page     page     page     page     404      404      404      404      404      sign-in  page
  POST    /areas/:area/agreements/:id/versions sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/agreements/:id/print   sign-in  page     page     page     page     page     page     404      404      404      404      404      sign-in  page
  POST    /areas/:area/agreements/:id/print   sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/agreements/:id/export.docx sign-in  page     page     page     page     page     page     404      404      404      404      404      sign-in  page
  POST    /areas/:area/agreements/:id/export.docx sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/agreements/:id/export.pdf sign-in  page     page     page     page     page     page     404      404      404      404      404      sign-in  page
  POST    /areas/:area/agreements/:id/export.pdf sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/proposals              sign-in  page     page     page     page     page     page     page     404      404      404      404      sign-in  page
  POST    /areas/:area/proposals              sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /areas/:area/proposals/new          sign-in  403      page     page     403      page     page     page     404      404      404      404      sign-in  403
  POST    /areas/:area/proposals/new          sign-in  403      writes   writes   403      writes   writes   writes   404      404      404      404      sign-in  404
  GET     /areas/:area/proposals/:id          sign-in  page     page     page     page     page     page     404      404      404      404      404      sign-in  page
  POST    /areas/:area/proposals/:id          sign-in  403      writes   writes   403      writes   writes   404      404      404      404      404      sign-in  404
  GET     /areas/:area/records/:id/links      sign-in  403      page     page     403      page     page     404      404      404      404      404      sign-in  403
  POST    /areas/:area/records/:id/links      sign-in  403      writes   writes   403      403      403      404      404      404      404      404      sign-in  404
  GET     /areas/:area/records/:id/files      sign-in  403      page     page     403      page     page     404      404      404      404      404      sign-in  403
  POST    /areas/:area/records/:id/files      sign-in  403      writes   writes   403      writes   writes   404      404      404      404      404      sign-in  404
  GET     /areas/:area/records/:id/files/:file sign-in  page     page     page     page     page     page     404      404      404      404      404      sign-in  page
  POST    /areas/:area/records/:id/files/:file sign-in  405      405      405      405      405      405      405      405      405      405      405      sign-in  405
  GET     /*                                  sign-in  404      404      404      404      404      404      404      404      404      404      404      sign-in  404
  POST    /*                                  sign-in  404      404      404      404      404      404      404      404      404      404      404      sign-in  404
`;

const ANSWERS: readonly string[] = [
  "page",
  "leads-on",
  "sign-in",
  "writes",
  "done",
  "404",
  "403",
  "405",
  "401",
];

export type Row = { method: Method; address: string; answers: Record<Principal, Answer> };

/** The table's lines; throws for one that is not whole. */
export function accessTable(text: string = TABLE): Row[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
  return lines.map((line) => {
    const [method = "", address = "", ...cells] = line.trim().split(/\s+/);
    const wrong = cells.filter((cell) => !ANSWERS.includes(cell));
    if (!/^(GET|POST)$/.test(method) || !address.startsWith("/") || wrong.length > 0)
      throw new Error(`access.table.ts: cannot read "${line.trim()}" ${wrong.join(" ")}`);
    if (cells.length !== PRINCIPALS.length)
      throw new Error(
        `access.table.ts: ${method} ${address} has ${cells.length} answers, not ${PRINCIPALS.length}`,
      );
    const answers = Object.fromEntries(PRINCIPALS.map((name, index) => [name, cells[index]]));
    return { method: method as Method, address, answers: answers as Record<Principal, Answer> };
  });
}
