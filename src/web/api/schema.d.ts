// Made by scripts/openapi.mjs from docs/api/openapi.json.
export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the server and its database answer.
         * @description Anyone may ask.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One’s own jobs, the newest first; everybody’s for whoever may start runs or manages users.
         * @description For whoever is signed in.
         */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One job, with its progress or its result.
         * @description For whoever is signed in.
         */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{job}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a job: at once where it waits, as soon as its work notices where it is under way.
         * @description For whoever is signed in.
         */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in, and what they may do.
         * @description For whoever is signed in.
         */
        get: operations["getSession"];
        put?: never;
        /**
         * Sign in with login and password.
         * @description Anyone may ask.
         */
        post: operations["signIn"];
        /**
         * Sign out.
         * @description For whoever is signed in.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        /**
         * Choose the language one reads.
         * @description For whoever is signed in.
         */
        patch: operations["chooseLanguage"];
        trace?: never;
    };
    "/session/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look around in the demo company as somebody of a role.
         * @description Anyone may ask.
         */
        post: operations["signInToDemo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Come in by a one-time link: as the first administrator (login, name, password), to choose a password (password), or just so.
         * @description Anyone may ask.
         */
        post: operations["signInByLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How one can sign in here.
         * @description Anyone may ask.
         */
        get: operations["getSessionOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change one’s own password; other sessions of the user end.
         * @description For whoever is signed in.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description One thing to mend or to know: its code and parameters for programs, its sentence and cure for people. */
        Finding: {
            code: string;
            /** @enum {string} */
            severity: "error" | "warning" | "info";
            place: {
                file?: string;
                line?: number;
                column?: number;
                path?: (string | number)[];
                span?: {
                    from: number;
                    to: number;
                };
            };
            params: {
                [key: string]: string | number;
            };
            detail: string;
            cure: string;
        };
        /** @description One right: a permission and whose data it reaches. */
        Grant: {
            /** @enum {string} */
            permission: "org.read" | "org.write" | "data.read" | "data.write" | "rule.read" | "rule.write" | "target.read" | "target.write" | "score.read" | "pay.read" | "pay.write" | "run.start" | "comment.write" | "user.manage" | "audit.read";
            /** @enum {string} */
            reach: "own" | "reports" | "unit" | "units" | "all";
            /** @description From whom the reach is counted. */
            employee: string | null;
            /** @description The delegation it rests on. */
            delegation?: string;
        };
        /** @description The server and its database answer. */
        Health: {
            /** @constant */
            ok: true;
        };
        /** @description Work that outlives a request: a run, an import, a back-test. The event `job` tells when it changes. */
        Job: {
            id: string;
            kind: string;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @description Somebody wants it to end; it has not yet. */
            cancelAsked: boolean;
            /** @description What is being worked on, `done` of `of` parts. */
            progress: {
                stage: string;
                what: string;
                done: number;
                of: number;
            } | null;
            mine: boolean;
            /** @description What was asked for; null for somebody else’s job. */
            input: unknown;
            /** @description What came of it, once it is done; null for somebody else’s job. */
            result: unknown;
            /** @description Why it failed. */
            error: components["schemas"]["Problem"] | null;
            /** @description Instant in UTC, ISO 8601 with Z. */
            createdAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            /** @description How often it was taken up; more than 1 where a process died over it. */
            attempts: number;
        };
        /** @description Why a request was refused, after RFC 9457. `detail` and `cure` are in the language of Accept-Language. */
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            detail: string;
            cure: string;
            params: {
                [key: string]: string | number;
            };
            place: {
                file?: string;
                line?: number;
                column?: number;
                path?: (string | number)[];
                span?: {
                    from: number;
                    to: number;
                };
            };
            errors: components["schemas"]["Finding"][];
        };
        Session: {
            user: components["schemas"]["SessionUser"];
            roles: ("sales" | "manager" | "hr" | "executive" | "comp-admin" | "admin")[];
            grants: components["schemas"]["Grant"][];
            delegations: components["schemas"]["StandIn"][];
            /** @description Null before a plan was applied. */
            company: components["schemas"]["SessionCompany"] | null;
            /** @enum {string} */
            via: "session" | "key";
        };
        SessionCompany: {
            id: string;
            name: (string | {
                zh?: string;
                en?: string;
            }) | null;
            currency: string;
            currencyDecimals: number;
            timezone: string;
            calendar: {
                /** @constant */
                kind: "months";
                /** @default 1 */
                yearStartMonth: number;
                /**
                 * @default start
                 * @enum {string}
                 */
                yearNamedBy: "start" | "end";
                /**
                 * @default monday
                 * @enum {string}
                 */
                weekStart: "monday" | "sunday";
            } | {
                /** @constant */
                kind: "weeks";
                /**
                 * @default [
                 *       4,
                 *       4,
                 *       5
                 *     ]
                 */
                pattern: [
                    number,
                    number,
                    number
                ];
                years: {
                    [key: string]: string;
                };
                /**
                 * @default monday
                 * @enum {string}
                 */
                weekStart: "monday" | "sunday";
            } | {
                /** @constant */
                kind: "quarters";
                quarterStarts: [
                    string,
                    string,
                    string,
                    string
                ] | {
                    [key: string]: string;
                };
                /**
                 * @default monday
                 * @enum {string}
                 */
                weekStart: "monday" | "sunday";
            };
            /** @description Names of the company’s own units. */
            units: {
                [key: string]: string | {
                    zh?: string;
                    en?: string;
                };
            };
            demo: boolean;
            /** @description Today in the company’s time zone. */
            today: string;
        };
        SessionOptions: {
            /** @description The other sign-in service, at /api/session/oidc; null where none is set up. */
            oidc: {
                name: string | null;
            } | null;
            /** @description One may look around as anybody. */
            demo: boolean;
            demoRoles: {
                /** @enum {string} */
                role: "sales" | "manager" | "hr" | "executive" | "comp-admin" | "admin";
                employee: string | null;
                name: string | null;
            }[];
            /** @description Nobody can sign in yet: the first administrator needs the link that the terminal shows. */
            firstRun: boolean;
        };
        SessionUser: {
            id: string;
            /** @description A made-up user of the demo company has one that nobody can type. */
            login: string;
            name: string;
            /** @description The employee the user is. */
            employee: string | null;
            /** @description The language they chose; null: that of the browser. */
            lang: ("zh" | "en") | null;
            /** @description A made-up user of the demo company. */
            demo: boolean;
            hasPassword: boolean;
        };
        /** @description Somebody for whom the user stands in today. */
        StandIn: {
            id: string;
            name: string;
            employee: string | null;
            /** @description Not included. */
            until: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the server and its database answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Why it was refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /** @description Rows of a page. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description `true`: only jobs that wait or are worked on. */
                open?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One’s own jobs, the newest first; everybody’s for whoever may start runs or manages users. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Job"][];
                        /** @description `after` of the next page; null on the last one. */
                        next: string | null;
                        /** @description Rows on all pages; null where counting would cost too much. */
                        total: number | null;
                    };
                };
            };
            /** @description Why it was refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One job, with its progress or its result. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description Why it was refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                job: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End a job: at once where it waits, as soon as its work notices where it is under way. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description Why it was refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is signed in, and what they may do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Why it was refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Sign in with login and password. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Why it was refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Why it was refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chooseLanguage: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lang: ("zh" | "en") | null;
                };
            };
        };
        responses: {
            /** @description Choose the language one reads. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Why it was refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInToDemo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role: "sales" | "manager" | "hr" | "executive" | "comp-admin" | "admin";
                };
            };
        };
        responses: {
            /** @description Look around in the demo company as somebody of a role. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Why it was refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInByLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    login?: string;
                    name?: string;
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Come in by a one-time link: as the first administrator (login, name, password), to choose a password (password), or just so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Why it was refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSessionOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How one can sign in here. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOptions"];
                };
            };
            /** @description Why it was refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    old?: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Why it was refused. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
