// Made by scripts/openapi.mjs from docs/api/openapi.json.
export interface paths {
    "/access-roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The access roles and what each may.
         * @description For whoever is signed in.
         */
        get: operations["listAccessRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit trail, the newest first.
         * @description Needs the permission `audit.read`.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Walk the chain of the audit trail and say where it breaks.
         * @description Needs the permission `audit.read`.
         */
        get: operations["checkAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/backtests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The back-tests one asked for, the newest first; results are kept.
         * @description Needs the permission `rule.write`.
         */
        get: operations["listBacktests"];
        put?: never;
        /**
         * Try drafts of documents out on past periods: who would score, be graded and be paid differently, and what it would cost. Amounts only for who sees everybody’s pay.
         * @description Needs the permission `rule.write`.
         */
        post: operations["startBacktest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/backtests/{job}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a back-test found: distribution, grades, winners and losers, cost, and each person before and after.
         * @description Needs the permission `rule.write`.
         */
        get: operations["getBacktest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Comments on an object one sees, the oldest first.
         * @description For whoever is signed in.
         */
        get: operations["listComments"];
        put?: never;
        /**
         * Comment on an object one sees.
         * @description Needs the permission `comment.write`.
         */
        post: operations["addComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/comments/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Users who see an object and can be named in a comment on it.
         * @description Needs the permission `comment.write`.
         */
        get: operations["listMentionable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/comments/{comment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a comment of one’s own.
         * @description Needs the permission `comment.write`.
         */
        put: operations["editComment"];
        post?: never;
        /**
         * Delete a comment of one’s own; its place stays.
         * @description Needs the permission `comment.write`.
         */
        delete: operations["deleteComment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The datasets one may open, with how many records they hold.
         * @description Needs one of the permissions `data.read`, `rating.read`: which, depends on what is asked for.
         */
        get: operations["listDatasets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{dataset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A dataset: its fields, who its records belong to, which measures count them. Its version is the ETag.
         * @description Needs one of the permissions `data.read`, `rating.read`: which, depends on what is asked for.
         */
        get: operations["getDataset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{dataset}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write the records that fit, all of them, into a file, as a job. Its result names the export.
         * @description Needs one of the permissions `data.read`, `rating.read`: which, depends on what is asked for.
         */
        post: operations["startExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{dataset}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Records of a dataset that one sees: those of people in reach; the newest day first unless told.
         * @description Needs one of the permissions `data.read`, `rating.read`: which, depends on what is asked for.
         */
        get: operations["listRecords"];
        put?: never;
        /**
         * Add a record by hand. It goes through every check of an import.
         * @description Needs one of the permissions `data.write`, `rating.write`: which, depends on what is asked for.
         */
        post: operations["addRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{dataset}/records/{record}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A record with all its versions, who counts it, what it refers to and what refers to it, and the measures that count it.
         * @description Needs one of the permissions `data.read`, `rating.read`: which, depends on what is asked for.
         */
        get: operations["getRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct fields of a record: a new version, with a reason. The key stays.
         * @description Needs one of the permissions `data.write`, `rating.write`: which, depends on what is asked for.
         */
        patch: operations["correctRecord"];
        trace?: never;
    };
    "/datasets/{dataset}/records/{record}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a record, with a reason. Its versions stay.
         * @description Needs one of the permissions `data.write`, `rating.write`: which, depends on what is asked for.
         */
        post: operations["deleteRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/datasets/{dataset}/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a CSV or XLSX file for a dataset. Nothing is imported yet.
         * @description Needs one of the permissions `data.write`, `rating.write`: which, depends on what is asked for.
         */
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Delegations that hold or will: from and to oneself, or all for whoever manages users.
         * @description For whoever is signed in.
         */
        get: operations["listDelegations"];
        put?: never;
        /**
         * Let somebody stand in for oneself, or for somebody else where one manages users.
         * @description For whoever is signed in.
         */
        post: operations["addDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/delegations/stand-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Users who can stand in: of one’s unit, above and below; anybody for whoever manages users.
         * @description For whoever is signed in.
         */
        get: operations["listStandIns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/delegations/{delegation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a delegation at once: by either side, or by whoever manages users.
         * @description For whoever is signed in.
         */
        delete: operations["endDelegation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The documents in force: company, datasets, measures, tables, schemes, incentive plans.
         * @description Needs the permission `rule.read`.
         */
        get: operations["listDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A document in force, as its author wrote it. Its version is the ETag.
         * @description Needs the permission `rule.read`.
         */
        get: operations["getDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{kind}/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every version of a document, the newest first, with what each changed.
         * @description Needs the permission `rule.read`.
         */
        get: operations["listDocumentVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{kind}/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a version of a document said, in words too, who published it and why, and what it changed.
         * @description Needs the permission `rule.read`.
         */
        get: operations["getDocumentVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/documents/{kind}/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a document out of force, where no other needs it. Its versions stay.
         * @description Needs the permission `rule.write`.
         */
        post: operations["withdrawDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is being written and not published yet.
         * @description Needs the permission `rule.write`.
         */
        get: operations["listDrafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What is wrong with drafts, and what they change, laid over what is in force; nothing is stored. The checker and linter of `heng check`.
         * @description Needs the permission `rule.write`.
         */
        post: operations["checkDrafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/company/effect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What publishing a drafted company would do to periods, amounts and days. Nothing is stored. Null where the draft cannot be read: the check says why.
         * @description Needs the permission `rule.write`.
         */
        post: operations["effectOfCompany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/datasets/guess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose a dataset for a CSV or XLSX file: fields with types, key, owner, date, references. Nothing is stored.
         * @description Needs the permission `rule.write`.
         */
        post: operations["guessDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/preview/incentive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a drafted incentive plan says and pays: its components in words and as compiled. Null while something is wrong with it; nothing is stored.
         * @description Needs the permission `rule.write`.
         */
        post: operations["previewIncentive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/preview/measure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a drafted measure comes to for a person one may see, from the records there are; nothing is stored.
         * @description Needs the permission `rule.write`.
         */
        post: operations["previewMeasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish several drafts that need each other: all of them or none.
         * @description Needs the permission `rule.write`.
         */
        post: operations["publishDrafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The draft of a document.
         * @description Needs the permission `rule.write`.
         */
        get: operations["getDraft"];
        /**
         * Save a draft, right or wrong: what was typed survives. 412 where somebody saved it meanwhile.
         * @description Needs the permission `rule.write`.
         */
        put: operations["saveDraft"];
        post?: never;
        /**
         * Forget a draft.
         * @description Needs the permission `rule.write`.
         */
        delete: operations["discardDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{kind}/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a draft as the next version of its document. 422 with findings where it is wrong; warnings do not stop it.
         * @description Needs the permission `rule.write`.
         */
        post: operations["publishDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/earnings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What each component of each plan came to in a period, of the people whose pay one sees.
         * @description Needs the permission `pay.read`.
         */
        get: operations["getEarnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/earnings/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What everybody whose pay one sees was paid in a period, an amount a row with its currency and what it rests on: of all plans, of one, or of one component.
         * @description Needs the permission `pay.read`.
         */
        get: operations["exportEarnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/earnings/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who was paid what by a plan in a period, of the people whose pay one sees; the most first.
         * @description Needs the permission `pay.read`.
         */
        get: operations["listEarned"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A stream (server-sent events) of what changed: jobs, runs. It ends with the session.
         * @description For whoever is signed in.
         */
        get: operations["listenToEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/explanations/{employee}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a figure, the score or the pay of a person came about, worked out a second time from the records.
         * @description Needs the permission `score.read`.
         */
        get: operations["getExplanation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/explanations/{employee}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The records behind one measure of an explanation, page by page: those of people one may see.
         * @description Needs the permission `score.read`.
         */
        get: operations["listExplanationRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One’s own exports, the newest first.
         * @description Needs one of the permissions `data.read`, `rating.read`: which, depends on what is asked for.
         */
        get: operations["listExports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{export}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The file of an export: one’s own, while one’s rights are those it was written with. No cell is a formula.
         * @description Needs one of the permissions `data.read`, `rating.read`: which, depends on what is asked for.
         */
        get: operations["downloadExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/facts/{employee}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a person’s score and pay rest on, for working them out again in the browser.
         * @description Needs the permission `score.read`.
         */
        get: operations["getFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Files that changed records, the newest first.
         * @description Needs one of the permissions `data.write`, `rating.write`: which, depends on what is asked for.
         */
        get: operations["listImports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{import}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What taking an import back would do.
         * @description Needs one of the permissions `data.write`, `rating.write`: which, depends on what is asked for.
         */
        get: operations["previewUndo"];
        put?: never;
        /**
         * Take an import back, as a job: what it made is deleted, what it changed gets its earlier content, as new versions. What was changed since stays.
         * @description Needs one of the permissions `data.write`, `rating.write`: which, depends on what is asked for.
         */
        post: operations["undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/incentives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Incentive plans with whom they are for, from when, and what they pay.
         * @description Needs the permission `rule.read`.
         */
        get: operations["listIncentives"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/incentives/{plan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An incentive plan: its components in words and as compiled, and the tables they read.
         * @description Needs the permission `rule.read`.
         */
        get: operations["getIncentive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/insight/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The largest records of the last day that the main measure of a period adds up.
         * @description Needs the permission `data.read`.
         */
        get: operations["getDeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/insight/distribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the scores and grades of a period are spread.
         * @description Needs the permission `score.read`.
         */
        get: operations["getDistribution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/insight/funnels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Records that began in a period, by the stage they reached.
         * @description Needs the permission `data.read`.
         */
        get: operations["getFunnels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/insight/outlook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a result may come to by the end of a period, with a range, and how it has grown so far.
         * @description Needs the permission `score.read`.
         */
        get: operations["getOutlook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/insight/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A group over the computed periods up to one: scores, results against targets, pay.
         * @description Needs the permission `score.read`.
         */
        get: operations["getTrend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/insight/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The figures behind a chart as an XLSX file.
         * @description Needs the permission `score.read`.
         */
        get: operations["exportInsight"];
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
    "/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One’s own keys.
         * @description For whoever is signed in.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make a key. `token` is told this once.
         * @description For whoever is signed in.
         */
        post: operations["addKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/keys/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a key: one’s own, or anybody’s for whoever manages users.
         * @description For whoever is signed in.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The indicator library: every measure in words, with where it is used.
         * @description Needs the permission `rule.read`.
         */
        get: operations["listMeasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/measures/{measure}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A measure: its definition in words and as its author wrote it, what it is made of, and what uses it.
         * @description Needs the permission `rule.read`.
         */
        get: operations["getMeasure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one was told, the newest first, and how much of it is unread (at most 100 are counted).
         * @description For whoever is signed in.
         */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark notifications of one’s own as read: those named, and all up to one.
         * @description For whoever is signed in.
         */
        post: operations["readNotifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one wants to be told.
         * @description For whoever is signed in.
         */
        get: operations["getNotificationSettings"];
        /**
         * Choose what one wants to be told.
         * @description For whoever is signed in.
         */
        put: operations["setNotificationSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/org-choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Units, roles and positions to choose from.
         * @description Needs the permission `org.read`.
         */
        get: operations["getOrgChoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Units side by side in a period: people, scores, pay, and what pay is set against.
         * @description Needs the permission `score.read`.
         */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pay-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pay items of everybody whose pay one sees, each with the days it holds; and the names of items, those that plans read first.
         * @description Needs the permission `pay.read`.
         */
        get: operations["listPayItems"];
        put?: never;
        /**
         * Set pay items: all of them or none. What somebody else changed meanwhile is refused with who and when.
         * @description Needs the permission `pay.write`.
         */
        post: operations["changePayItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pay-items/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a CSV or XLSX file with the columns of pay.csv would change. Nothing is stored; amounts that the file lacks stay.
         * @description Needs the permission `pay.write`.
         */
        post: operations["previewPayFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pay-items/{employee}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed somebody’s pay items, when, from what to what, and why; the newest first.
         * @description Needs the permission `pay.read`.
         */
        get: operations["getPayItemHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pay/{employee}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a person earned in a period, component by component, with how each amount came about.
         * @description Needs the permission `pay.read`.
         */
        get: operations["getPay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People one sees, as on a day.
         * @description Needs the permission `org.read`.
         */
        get: operations["listPeople"];
        put?: never;
        /**
         * Somebody begins on a day.
         * @description Needs the permission `org.write`.
         */
        post: operations["hirePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people-hire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What hiring somebody would do.
         * @description Needs the permission `org.write`.
         */
        get: operations["previewHire"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people-tree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The reporting or sponsor tree on a day, as far as one sees it.
         * @description Needs the permission `org.read`.
         */
        get: operations["getLineTree"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a CSV or XLSX file of people: all of it, or nothing where something is wrong. Those without a row stay as they are.
         * @description Needs the permission `org.write`.
         */
        post: operations["importPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A CSV or XLSX file of people as it will be read, and what importing it would do. Nothing is changed.
         * @description Needs the permission `org.write`.
         */
        post: operations["previewPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{employee}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One person: assignments and lines with days, who reports to them.
         * @description Needs the permission `org.read`.
         */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct the spelling of a name, or an address: for all days.
         * @description Needs the permission `org.write`.
         */
        patch: operations["correctPerson"];
        trace?: never;
    };
    "/people/{employee}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What somebody’s leaving would do.
         * @description Needs the permission `org.write`.
         */
        get: operations["previewLeave"];
        put?: never;
        /**
         * Somebody’s last day; those who report to them are handed over.
         * @description Needs the permission `org.write`.
         */
        post: operations["leavePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{employee}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a transfer would do.
         * @description Needs the permission `org.write`.
         */
        get: operations["previewTransfer"];
        put?: never;
        /**
         * From a day on somebody is elsewhere, something else, below somebody else.
         * @description Needs the permission `org.write`.
         */
        post: operations["transferPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Periods to choose from: around the records and around today, with the newest run of each.
         * @description For whoever is signed in.
         */
        get: operations["listPeriods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The checked rules in force, for the engine in the browser. Changes only with the documents: ask with If-None-Match.
         * @description Needs the permission `rule.read`.
         */
        get: operations["getProgram"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rankings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People ranked by a measure or the score, by what it is or by how it improved on the period before.
         * @description Needs the permission `score.read`.
         */
        get: operations["getRanking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exchange rates into the currency of the company, the latest day first.
         * @description Needs the permission `rule.read`.
         */
        get: operations["listRates"];
        put?: never;
        /**
         * Set, replace or take away the rate of a currency from a day on. What somebody else changed meanwhile is refused.
         * @description Needs the permission `rule.write`.
         */
        post: operations["changeRate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rating-sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where scores of ratings come from: the sources of ratings in force, and those of the scores there are for who may read them.
         * @description Needs the permission `rule.write`.
         */
        get: operations["listRatingSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Runs, the newest first.
         * @description Needs the permission `score.read`.
         */
        get: operations["listRuns"];
        put?: never;
        /**
         * Ask for a run of a period. Where one waits already it is that one; where nothing has changed since the newest run, its result is that run.
         * @description Needs the permission `run.start`.
         */
        post: operations["startRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One run: when, by whom, from what, how many people.
         * @description Needs the permission `score.read`.
         */
        get: operations["getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{run}/compare/{other}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What differs in a run against an earlier one (`other`) of the same period, the largest moves first, and which records, documents and people’s dates changed in between.
         * @description Needs the permission `score.read`.
         */
        get: operations["compareRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every scheme in force, each of its editions, with whom it is for and what the checker warns of.
         * @description Needs the permission `rule.read`.
         */
        get: operations["listSchemes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemes/{scheme}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A scheme: lines, rules in words and as data, weights, grades, editions, and what the checker warns of.
         * @description Needs the permission `rule.read`.
         */
        get: operations["getScheme"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemes/{scheme}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people whom a scheme is for today by their role, as far as one may see them.
         * @description Needs the permission `rule.read`.
         */
        get: operations["listSchemePeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scoreboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everybody one may see with score, grade and pay in a period, as its newest run computed them.
         * @description Needs the permission `score.read`.
         */
        get: operations["getScoreboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scoreboard/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the scoreboard of a period can be filtered by, among the people one sees.
         * @description Needs the permission `score.read`.
         */
        get: operations["getScoreboardChoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scoreboard/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The scoreboard as an XLSX file: everybody who passes the filter, in the order asked for.
         * @description Needs the permission `score.read`.
         */
        get: operations["exportScoreboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scores/{employee}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The score of a person in a period, line by line, with the rule of each in words.
         * @description Needs the permission `score.read`.
         */
        get: operations["getScore"];
        put?: never;
        post?: never;
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
    "/session/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Send the browser to the other sign-in service. `back` is where it goes in the end.
         * @description Anyone may ask.
         */
        get: operations["leaveForOidc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the other sign-in service sends the browser.
         * @description Anyone may ask.
         */
        get: operations["comeBackFromOidc"];
        put?: never;
        post?: never;
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
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where one is signed in oneself.
         * @description For whoever is signed in.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /**
         * End all one’s own sessions but this one.
         * @description For whoever is signed in.
         */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a session: one’s own, or anybody’s for whoever manages users.
         * @description For whoever is signed in.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/standings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How everybody one sees stands in a period, line by line; those who most need help first.
         * @description Needs the permission `score.read`.
         */
        get: operations["listStandings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far the company is on its way to its first score: what is there, what is missing.
         * @description Needs the permission `org.write`.
         */
        get: operations["getStart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/start/company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a company: its name, currency and calendar, and the rules of templates, published as `heng apply` does. Only while it has no rules.
         * @description Needs the permission `org.write`.
         */
        post: operations["beginCompany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rate tables: tiers, curves and lookups that formulas read, with who reads them.
         * @description Needs the permission `rule.read`.
         */
        get: operations["listTables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tables/{table}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A rate table, with who reads it.
         * @description Needs the permission `rule.read`.
         */
        get: operations["getTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The targets of everybody one sees, as a matrix.
         * @description Needs the permission `target.read`.
         */
        get: operations["getTargets"];
        put?: never;
        /**
         * Set targets, cell by cell: all of them or none. What somebody else changed meanwhile is refused with who and when.
         * @description Needs the permission `target.write`.
         */
        post: operations["changeTargets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/targets/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The measures that targets can be set for, those with most targets first, and the years to choose from.
         * @description Needs the permission `target.read`.
         */
        get: operations["getTargetChoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/targets/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Targets as a file with the columns of targets.csv: of a matrix, or all that one sees.
         * @description Needs the permission `target.read`.
         */
        get: operations["downloadTargets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/targets/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a CSV or XLSX file with the columns of targets.csv would change. Nothing is stored.
         * @description Needs the permission `target.write`.
         */
        post: operations["previewTargetFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/targets/{employee}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed a target, when, from what to what, and why; the newest first.
         * @description Needs the permission `target.read`.
         */
        get: operations["getTargetHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The templates that ship with the program.
         * @description Needs the permission `rule.read`.
         */
        get: operations["listTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/templates/{template}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A file of a template to fill in, as CSV that Excel opens with its characters right.
         * @description Needs the permission `rule.read`.
         */
        get: operations["downloadTemplateFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tree of units on a day.
         * @description Needs the permission `org.read`.
         */
        get: operations["listUnits"];
        put?: never;
        /**
         * A unit that was not there.
         * @description Needs the permission `org.write`.
         */
        post: operations["createUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a CSV or XLSX file of units: all of it, or nothing where something is wrong. Those without a row stay as they are.
         * @description Needs the permission `org.write`.
         */
        post: operations["importUnits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A CSV or XLSX file of units as it will be read, and what importing it would do. Nothing is changed.
         * @description Needs the permission `org.write`.
         */
        post: operations["previewUnits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units/{unit}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A unit: its place on a day, and where it was and will be.
         * @description Needs the permission `org.read`.
         */
        get: operations["getUnit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Another name of a unit: for all days.
         * @description Needs the permission `org.write`.
         */
        patch: operations["renameUnit"];
        trace?: never;
    };
    "/units/{unit}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What closing a unit would do.
         * @description Needs the permission `org.write`.
         */
        get: operations["previewUnitClose"];
        put?: never;
        /**
         * From a day on a unit is no more; its people and units go to another one.
         * @description Needs the permission `org.write`.
         */
        post: operations["closeUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/units/{unit}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a move of a unit would do.
         * @description Needs the permission `org.write`.
         */
        get: operations["previewUnitMove"];
        put?: never;
        /**
         * From a day on a unit stands below another one.
         * @description Needs the permission `org.write`.
         */
        post: operations["moveUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uploads/{upload}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A file that was sent, with the report of its import.
         * @description Needs one of the permissions `data.write`, `rating.write`: which, depends on what is asked for.
         */
        get: operations["getUpload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uploads/{upload}/bad-rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All bad rows of an import as CSV: line, column, value, reason, cure, and the row itself. No cell is a formula.
         * @description Needs one of the permissions `data.write`, `rating.write`: which, depends on what is asked for.
         */
        get: operations["downloadBadRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uploads/{upload}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a file that was sent, as a job; the report stands with the upload when it is done.
         * @description Needs one of the permissions `data.write`, `rating.write`: which, depends on what is asked for.
         */
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uploads/{upload}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The first rows of a file that was sent, as an import with these choices would read them.
         * @description Needs one of the permissions `data.write`, `rating.write`: which, depends on what is asked for.
         */
        get: operations["previewUpload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Users in order of their logins.
         * @description Needs the permission `user.manage`.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Make a user, with a link for choosing a password.
         * @description Needs the permission `user.manage`.
         */
        post: operations["addUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People who work here and are no users yet, with the roles they would be given.
         * @description Needs the permission `user.manage`.
         */
        get: operations["listUserProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One user.
         * @description Needs the permission `user.manage`.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a user, or disable them: they are out at once.
         * @description Needs the permission `user.manage`.
         */
        patch: operations["changeUser"];
        trace?: never;
    };
    "/users/{user}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Keys of a user.
         * @description Needs the permission `user.manage`.
         */
        get: operations["listUserKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link with which the user chooses a password; earlier ones are void.
         * @description Needs the permission `user.manage`.
         */
        post: operations["makeUserLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a user a role.
         * @description Needs the permission `user.manage`.
         */
        post: operations["giveRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user}/roles/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a role back, at once. `role` is the id of what the user was given.
         * @description Needs the permission `user.manage`.
         */
        delete: operations["takeRole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a user is signed in.
         * @description Needs the permission `user.manage`.
         */
        get: operations["listUserSessions"];
        put?: never;
        post?: never;
        /**
         * End all sessions of a user.
         * @description Needs the permission `user.manage`.
         */
        delete: operations["endUserSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/vocabulary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The names that formulas and documents may use: measures, rate tables, datasets with their fields, units.
         * @description Needs the permission `rule.read`.
         */
        get: operations["getVocabulary"];
        put?: never;
        post?: never;
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
        /** @description What a role may, and whose data it reaches. */
        AccessRole: {
            /** @enum {string} */
            role: "sales" | "manager" | "hr" | "executive" | "comp-admin" | "admin";
            rights: {
                /** @enum {string} */
                permission: "org.read" | "org.write" | "data.read" | "data.write" | "rating.read" | "rating.write" | "rule.read" | "rule.write" | "target.read" | "target.write" | "score.read" | "pay.read" | "pay.write" | "run.start" | "comment.write" | "user.manage" | "audit.read";
                /** @enum {string} */
                reach: "own" | "reports" | "unit" | "units" | "all";
            }[];
        };
        AmountShown: {
            raw: string | null;
            amount: string | null;
            formula: string;
            conditions: {
                name: string;
                holds: boolean | null;
            }[];
            floor: string | null;
            cap: string | null;
            parts: {
                node: string;
                text: string;
                /** @description PartResult of src/engine/results.ts: a figure as text, or how a table came to its value. */
                result: unknown;
            }[];
        };
        /** @description A key of a program: it may what its user may, within its scopes. */
        ApiKey: {
            id: string;
            name: string;
            /** @description Its first characters. */
            shown: string;
            scopes: ("org.read" | "org.write" | "data.read" | "data.write" | "rating.read" | "rating.write" | "rule.read" | "rule.write" | "target.read" | "target.write" | "score.read" | "pay.read" | "pay.write" | "run.start" | "comment.write" | "user.manage" | "audit.read")[];
            createdAt: string;
            expiresAt: string;
            seenAt: string | null;
        };
        /** @description Whether the audit trail is as it was written. */
        AuditCheck: {
            sound: boolean;
            /** @description Entries up to the end, or up to where the chain breaks. */
            entries: string;
            /** @description Hash of the last entry; null where the chain is broken. */
            head: string | null;
            /** @description The entry at which it breaks. */
            seq: string | null;
            reason: ("missing" | "edited" | "cut") | null;
        };
        /** @description Who did what, and when. */
        AuditEntry: {
            /** @description Counts from 1 without a gap. */
            seq: string;
            at: string;
            /** @description Null where nobody was signed in, or the command line was used. */
            user: string | null;
            name: string;
            via: string;
            command: string;
            object: string | null;
            detail: {
                [key: string]: string | number;
            };
            ip: string | null;
            /** @description In hexadecimal; noted elsewhere, it shows later whether anything before was changed or cut off. */
            hash: string;
        };
        Backtest: {
            job: string;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @description Instant in UTC, ISO 8601 with Z. */
            createdAt: string;
            finishedAt: string | null;
            periods: string[];
            /** @description Schemes among the drafts, without the day of an edition. */
            schemes: string[];
            cost: {
                /** @description Exact decimal as text. */
                before: string;
                /** @description Exact decimal as text. */
                after: string;
                /** @description Exact decimal as text. */
                difference: string;
                percent: string | null;
                open: number;
            } | null;
            /** @description Null until it is done. */
            result: {
                periods: {
                    period: string;
                    from: string;
                    last: string;
                    /** @description Null for who may not see everybody’s pay. */
                    cost: {
                        /** @description Exact decimal as text. */
                        before: string;
                        /** @description Exact decimal as text. */
                        after: string;
                        /** @description Exact decimal as text. */
                        difference: string;
                        percent: string | null;
                        open: number;
                    } | null;
                    /** @description Incentive plans of other kinds of periods: the cost leaves them out. */
                    leftOut: string[];
                    roles: {
                        role: string | null;
                        people: number;
                        scores: {
                            before: {
                                people: number;
                                /** @description Exact decimal as text. */
                                min: string;
                                /** @description Exact decimal as text. */
                                lower: string;
                                /** @description Exact decimal as text. */
                                median: string;
                                /** @description Exact decimal as text. */
                                upper: string;
                                /** @description Exact decimal as text. */
                                max: string;
                            } | null;
                            after: {
                                people: number;
                                /** @description Exact decimal as text. */
                                min: string;
                                /** @description Exact decimal as text. */
                                lower: string;
                                /** @description Exact decimal as text. */
                                median: string;
                                /** @description Exact decimal as text. */
                                upper: string;
                                /** @description Exact decimal as text. */
                                max: string;
                            } | null;
                        };
                        grades: {
                            grade: string | null;
                            before: number;
                            after: number;
                        }[];
                        regraded: {
                            id: string;
                            name: string;
                            from: string | null;
                            to: string | null;
                        }[];
                        by: ("pay" | "score") | null;
                        winners: {
                            people: number;
                            largest: {
                                id: string;
                                name: string;
                                /** @description Exact decimal as text. */
                                before: string;
                                /** @description Exact decimal as text. */
                                after: string;
                                /** @description Exact decimal as text. */
                                difference: string;
                            } | null;
                        };
                        losers: {
                            people: number;
                            largest: {
                                id: string;
                                name: string;
                                /** @description Exact decimal as text. */
                                before: string;
                                /** @description Exact decimal as text. */
                                after: string;
                                /** @description Exact decimal as text. */
                                difference: string;
                            } | null;
                        };
                        unknown: number;
                        cost: {
                            /** @description Exact decimal as text. */
                            before: string;
                            /** @description Exact decimal as text. */
                            after: string;
                            /** @description Exact decimal as text. */
                            difference: string;
                            percent: string | null;
                            open: number;
                        } | null;
                    }[];
                    people: {
                        id: string;
                        name: string;
                        role: string | null;
                        before: {
                            score: string | null;
                            grade: string | null;
                            pay: string | null;
                            open: boolean;
                        };
                        after: {
                            score: string | null;
                            grade: string | null;
                            pay: string | null;
                            open: boolean;
                        };
                    }[];
                    findings: {
                        code: string;
                        /** @enum {string} */
                        severity: "error" | "warning" | "info";
                        detail: string;
                        cure: string;
                    }[];
                }[];
                changes: {
                    kind: string;
                    id: string;
                    name: string;
                    /** @enum {string} */
                    change: "added" | "changed" | "removed";
                    /** @description The version that was in force; null where there was none. */
                    version: number | null;
                    /** @description Periods in which it had a part. */
                    inPlay: string[];
                    /** @description Against the version in force. */
                    differences: components["schemas"]["DocumentDifference"][];
                }[];
                findings: {
                    code: string;
                    /** @enum {string} */
                    severity: "error" | "warning" | "info";
                    detail: string;
                    cure: string;
                }[];
            } | null;
        };
        BacktestAsked: {
            periods: string[];
            /**
             * @description Drafts: each takes the place of the document in force with its id, or is new.
             * @default []
             */
            documents: {
                /** @enum {string} */
                kind: "company" | "dataset" | "measure" | "table" | "scheme" | "incentive";
                body: unknown;
            }[];
            /**
             * @description Documents in force that the draft leaves out.
             * @default []
             */
            without: {
                /** @enum {string} */
                kind: "company" | "dataset" | "measure" | "table" | "scheme" | "incentive";
                id: string;
            }[];
        };
        BacktestRow: {
            job: string;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @description Instant in UTC, ISO 8601 with Z. */
            createdAt: string;
            finishedAt: string | null;
            periods: string[];
            /** @description Schemes among the drafts, without the day of an edition. */
            schemes: string[];
            cost: {
                /** @description Exact decimal as text. */
                before: string;
                /** @description Exact decimal as text. */
                after: string;
                /** @description Exact decimal as text. */
                difference: string;
                percent: string | null;
                open: number;
            } | null;
        };
        BoardPerson: {
            id: string;
            name: string;
            unit: string | null;
            unitName: string | null;
            position: string | null;
            role: string | null;
            scheme: string | null;
            score: string | null;
            grade: string | null;
            coefficient: string | null;
            /** @description Against the score of the period before. */
            change: string | null;
            /** @description By score, among everybody one sees, whatever is filtered. */
            rank: number | null;
            /** @description All components together; null without any, and where one may not see it. */
            pay: string | null;
        };
        /** @description What differs, before and after; null: empty, or not there. */
        Change: {
            what: string;
            before: string | null;
            after: string | null;
            name: string;
            percent: boolean;
            unit: {
                [key: string]: number;
            };
        };
        /** @description What closing a unit would do. Nothing was changed. */
        CloseEffect: {
            /** @description The first day on which the unit is no more. */
            from: string;
            /** @description It lies before today: results that were worked out since then are about to change. */
            past: boolean;
            /** @description Where its people and the units below it belong from then on. */
            to: {
                id: string;
                name: string;
            };
            /** @description Who moves: who works in this very unit on that day or is to do so later. */
            people: {
                id: string;
                name: string;
            }[];
            /** @description The units that move: those right below it on that day or later. */
            units: {
                id: string;
                name: string;
            }[];
            /** @description From then on the company keeps a list of its units: rows of people make no new ones any more. */
            first: boolean;
        };
        /** @description Somebody named beside a person one sees. */
        Colleague: {
            id: string;
            name: string;
            visible: boolean;
        };
        Comment: {
            id: string;
            by: string;
            mine: boolean;
            /** @description As it was typed; empty where it was deleted. */
            text: string;
            mentions: {
                user: string;
                name: string;
            }[];
            at: string;
            editedAt: string | null;
            deleted: boolean;
        };
        CompanyEffect: {
            /** @description The year that holds today and its quarters, by the drafted calendar. */
            year: {
                id: string;
                /** @enum {string} */
                kind: "day" | "week" | "month" | "quarter" | "half" | "year";
                /** @description YYYY-MM-DD */
                from: string;
                /** @description YYYY-MM-DD */
                last: string;
            }[];
            /** @description Periods that would be computed anew by themselves. */
            open: {
                id: string;
                /** @enum {string} */
                kind: "day" | "week" | "month" | "quarter" | "half" | "year";
                /** @description YYYY-MM-DD */
                from: string;
                /** @description YYYY-MM-DD */
                last: string;
            }[];
            /** @description Periods with results, targets or factors that the drafted calendar cuts otherwise, or no longer has. */
            moved: {
                id: string;
                before: {
                    id: string;
                    /** @enum {string} */
                    kind: "day" | "week" | "month" | "quarter" | "half" | "year";
                    /** @description YYYY-MM-DD */
                    from: string;
                    /** @description YYYY-MM-DD */
                    last: string;
                };
                after: {
                    id: string;
                    /** @enum {string} */
                    kind: "day" | "week" | "month" | "quarter" | "half" | "year";
                    /** @description YYYY-MM-DD */
                    from: string;
                    /** @description YYYY-MM-DD */
                    last: string;
                } | null;
                computed: boolean;
                targets: number;
                factors: number;
            }[];
            /** @description Where the currency changes: how much was written without a currency of its own, and how many exchange rates are into the old one. */
            currency: {
                from: string;
                to: string;
                fields: number;
                records: number;
                targets: number;
                rates: number;
            } | null;
            /** @description Where the time zone changes: fields with a time of day. */
            timestamps: number | null;
        };
        CompanyToBegin: {
            name: string;
            currency: string;
            timezone: string;
            yearStartMonth: number;
            /** @description Ids of templates; none: a company without rules. */
            templates: string[];
            /** @description With the made-up people of the template, their targets and pay items. */
            examples: boolean;
        };
        ComponentEarned: {
            incentive: string;
            plan: string;
            component: string;
            name: string;
            /** @description Whom the plan was for. */
            people: number;
            /** @description Who got anything. */
            paid: number;
            /** @description For whom it could not be worked out; the sums lack it. */
            open: number;
            total: string | null;
            largest: string | null;
            /** @description What these people brought of the measure. */
            result: string | null;
        };
        /** @description A record that counted, for one person. */
        CountedRecord: {
            dataset: string;
            record: string;
            key: {
                [key: string]: string | boolean | null;
            };
            day: string;
            employee: string;
            employeeName: string;
            share: string;
            value: string | null;
            contributes: string | null;
            converted?: {
                amount: string;
                currency: string;
                rate: string;
            }[];
            source: string | null;
            line: number | null;
        };
        DatasetDetail: {
            dataset: string;
            name: string;
            description: string;
            builtIn: boolean;
            version: number;
            /** @description The document as its author wrote it; see docs/schema/dataset.schema.json. */
            body: unknown;
            fields: components["schemas"]["Field"][];
            key: string[];
            owner: string | null;
            date: string | null;
            hasOwner: boolean;
            effective: string | null;
            /** @enum {string} */
            onError: "reject" | "skip";
            splits: {
                dataset: string;
                name: string;
            } | null;
            referredBy: {
                dataset: string;
                name: string;
                field: string;
            }[];
            /** @description Measures that count its records. */
            measures: {
                measure: string;
                name: string;
            }[];
            /** @description Whether one may add, correct and import its records. */
            mayWrite: boolean;
            /** @description All datasets one may open, by name. */
            others: {
                dataset: string;
                name: string;
            }[];
        };
        DatasetRow: {
            dataset: string;
            name: string;
            description: string;
            builtIn: boolean;
            /** @description Records; null for who sees only some of them. */
            rows: number | null;
            /** @description The last day a record counts on. */
            latestDay: string | null;
            lastImport: {
                file: string;
                /** @description Instant in UTC, ISO 8601 with Z. */
                at: string;
            } | null;
            fields: number;
            hasOwner: boolean;
            hasDay: boolean;
        };
        /** @description The largest records of the last day that the main measure adds up. */
        Deals: {
            measure: {
                id: string;
                name: string;
                money: boolean;
                dataset: string;
            } | null;
            /** @description The last day up to today with any. */
            day: string | null;
            items: {
                record: string;
                employee: string;
                name: string;
                unitName: string | null;
                /** @description Exact decimal as text. */
                amount: string;
            }[];
        };
        /** @description Somebody stands in for somebody: has these permissions on these days, counted from the employee who is away. */
        Delegation: {
            id: string;
            /** @description Who is away. */
            from: components["schemas"]["UserName"];
            /** @description Who stands in. */
            to: components["schemas"]["UserName"];
            fromDate: string;
            /** @description Not included. */
            untilDate: string;
            permissions: ("org.read" | "org.write" | "data.read" | "data.write" | "rating.read" | "rating.write" | "rule.read" | "rule.write" | "target.read" | "target.write" | "score.read" | "pay.read" | "pay.write" | "run.start" | "comment.write" | "user.manage" | "audit.read")[];
            reason: string;
        };
        /** @description People by their scores and grades. */
        Distribution: {
            run: string | null;
            bands: {
                from: string | null;
                until: string | null;
                people: number;
            }[];
            grades: {
                grade: string;
                people: number;
            }[];
            scored: number;
            unscored: number;
            median: string | null;
            /** @description A quarter of the people are at or below it. */
            lower: string | null;
            /** @description A quarter of the people are at or above it. */
            upper: string | null;
        };
        DocumentDetail: {
            /** @enum {string} */
            kind: "company" | "dataset" | "measure" | "table" | "scheme" | "incentive";
            id: string;
            name: string;
            version: number;
            /** @description The document as its author writes it; docs/schema has the schema of each kind. */
            body: {
                [key: string]: unknown;
            };
            /** @description The same as text, as `heng export` writes it. */
            yaml: string;
            /** @description Instant in UTC, ISO 8601 with Z. */
            publishedAt: string;
            by: string | null;
            draft: {
                revision: number;
                by: string;
                /** @description Instant in UTC, ISO 8601 with Z. */
                at: string;
            } | null;
        };
        DocumentDifference: {
            /** @description `lines.sales.weight` */
            path: string;
            /** @description The same in words: 考核项“销售额” · 权重 */
            place: string;
            before: string | null;
            after: string | null;
            /** @description In words: choices, measures and roles by their names. */
            beforeText: string | null;
            afterText: string | null;
        };
        /** @description A finding in a document. `place.path` leads to the field; `line` and `column` are those of the draft written as YAML. */
        DocumentFinding: {
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
            /** @description Whose mistake it is; null where it is nobody’s alone. */
            document: {
                /** @enum {string} */
                kind: "company" | "dataset" | "measure" | "table" | "scheme" | "incentive";
                id: string;
            } | null;
        };
        DocumentRow: {
            /** @enum {string} */
            kind: "company" | "dataset" | "measure" | "table" | "scheme" | "incentive";
            id: string;
            name: string;
            version: number;
            /** @description Instant in UTC, ISO 8601 with Z. */
            publishedAt: string;
            /** @description Null: by the command line. */
            by: string | null;
            /** @description Somebody works on it; told to who may write rules. */
            draft: boolean;
        };
        DocumentVersion: {
            version: number;
            /** @description Instant in UTC, ISO 8601 with Z. */
            publishedAt: string;
            by: string | null;
            note: string;
            withdrawn: boolean;
            /** @description Against the version before it. */
            differences: components["schemas"]["DocumentDifference"][];
        };
        DocumentVersionDetail: {
            version: number;
            /** @description Instant in UTC, ISO 8601 with Z. */
            publishedAt: string;
            by: string | null;
            note: string;
            withdrawn: boolean;
            /** @description Against the version before it. */
            differences: components["schemas"]["DocumentDifference"][];
            /** @description As it was called then; of a withdrawn one, before that. */
            name: string;
            /** @description The newest version there is. */
            newest: number;
            /** @description Null: withdrawn with this version. */
            body: {
                [key: string]: unknown;
            } | null;
            yaml: string | null;
            /** @description All it says, in words, in the order of its author. */
            said: {
                path: string;
                /** @description Line, component, grade it belongs to; empty for what stands alone. */
                group: string;
                place: string;
                text: string;
            }[];
        };
        DraftBody: {
            /** @enum {string} */
            kind: "company" | "dataset" | "measure" | "table" | "scheme" | "incentive";
            id: string;
            /** @description The document as its author writes it; docs/schema has the schema of each kind. */
            body: {
                [key: string]: unknown;
            };
        };
        DraftDetail: {
            /** @enum {string} */
            kind: "company" | "dataset" | "measure" | "table" | "scheme" | "incentive";
            id: string;
            name: string;
            revision: number;
            /** @description The version in force when it was begun; null: there was none. */
            basedOn: number | null;
            /** @description The version in force now; where it is another, somebody published meanwhile. */
            inForce: number | null;
            by: string;
            /** @description Instant in UTC, ISO 8601 with Z. */
            at: string;
            /** @description The document as its author writes it; docs/schema has the schema of each kind. */
            body: {
                [key: string]: unknown;
            };
            yaml: string;
        };
        DraftRow: {
            /** @enum {string} */
            kind: "company" | "dataset" | "measure" | "table" | "scheme" | "incentive";
            id: string;
            name: string;
            revision: number;
            /** @description The version in force when it was begun; null: there was none. */
            basedOn: number | null;
            /** @description The version in force now; where it is another, somebody published meanwhile. */
            inForce: number | null;
            by: string;
            /** @description Instant in UTC, ISO 8601 with Z. */
            at: string;
        };
        Earnings: {
            period: components["schemas"]["Period"];
            run: components["schemas"]["RunRef"] | null;
            /** @description The amount of money that pay is set against. */
            measure: {
                id: string;
                name: string;
            } | null;
            items: components["schemas"]["ComponentEarned"][];
        };
        /** @description How a figure, a score or a pay came about, down to the records one may see. */
        Explanation: {
            employee: components["schemas"]["Person"];
            period: components["schemas"]["Period"];
            run: components["schemas"]["RunRef"];
            subject: string;
            /** @enum {string} */
            kind: "measure" | "score" | "pay";
            /** @description What the run computed: a figure, a score, a line, components. */
            stored: unknown;
            /** @description What the interpreter came to from the records alone. */
            recomputed: unknown;
            /** @description Both are the same to the last digit; null where the records have changed since the run. */
            agrees: boolean | null;
            /** @description Trace or ScoreTrace of src/engine/reference; of the records of each measure the first few, `records` says how many there are and `at` where the others are. */
            trace: {
                [key: string]: unknown;
            } | null;
            /** @description EarningTrace of each component, for pay. */
            traces: {
                [key: string]: unknown;
            }[];
            /** @description Names of the people whose records are shown. */
            people: {
                [key: string]: string;
            };
            /** @description Versions of the documents: `scheme/hunter` → 3. */
            versions: {
                [key: string]: number;
            };
            /** @description Files that targets and pay items came from. */
            sources: {
                [key: string]: string;
            };
        };
        /** @description Records written into a file; kept for some days. */
        Export: {
            export: string;
            dataset: string;
            datasetName: string;
            /** @description Of the file. */
            name: string;
            /** @enum {string} */
            format: "csv" | "xlsx";
            /** @description Null until the file is written. */
            rows: number | null;
            bytes: number | null;
            job: string;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @description Instant in UTC, ISO 8601 with Z. */
            at: string;
        };
        ExportAsked: {
            q?: string;
            /** @default [] */
            filters: {
                field: string;
                /** @enum {string} */
                op: "is" | "contains" | "from" | "until" | "empty";
                /** @default  */
                value: string;
            }[];
            /** @description First day the records count on. */
            from?: string;
            /** @description Last day, included. */
            until?: string;
            owner?: string;
            sort?: string;
            /**
             * @default desc
             * @enum {string}
             */
            order: "asc" | "desc";
            /**
             * @default csv
             * @enum {string}
             */
            format: "csv" | "xlsx";
        };
        /** @description Everything the interpreter needs to work out a person’s score and pay again, as far as one may see it. */
        Facts: {
            employee: string;
            period: components["schemas"]["Period"];
            run: components["schemas"]["RunRef"] | null;
            /** @description Hash of the rules that the facts are for; `GET /api/program` answers them. */
            program: string;
            /** @description Facts of src/engine/reference/facts.ts. */
            facts: {
                [key: string]: unknown;
            };
            /** @description False where something is left out that one may not see: figures that need it cannot be worked out again. */
            complete: {
                records: boolean;
                pay: boolean;
            };
            /** @description ScoreResult and EarningResult of src/engine/results.ts as the run stored them, to be compared. */
            stored: {
                score: {
                    [key: string]: unknown;
                } | null;
                earnings: {
                    [key: string]: unknown;
                }[];
            };
        };
        /** @description A field of a dataset. */
        Field: {
            field: string;
            name: string;
            description: string;
            /** @enum {string} */
            type: "text" | "integer" | "decimal" | "money" | "date" | "timestamp" | "boolean" | "choice" | "employee" | "reference";
            required: boolean;
            key: boolean;
            unit: string | null;
            /** @description Currency of an amount, where all amounts of the field have one. */
            currency: string | null;
            currencyField: string | null;
            choices: string[] | null;
            /** @description The dataset a reference refers to. */
            to: string | null;
        };
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
        /** @description Records that began in a period, by the stage they reached, of every dataset that has stages. */
        Funnels: {
            items: {
                dataset: string;
                name: string;
                /** @description The field of the first stage. */
                date: string;
                stages: {
                    field: string;
                    name: string;
                    count: number;
                }[];
                outcome: {
                    field: string;
                    name: string;
                } | null;
                outcomes: {
                    value: string;
                    count: number;
                }[];
            }[];
        };
        /** @description One right: a permission and whose data it reaches. */
        Grant: {
            /** @enum {string} */
            permission: "org.read" | "org.write" | "data.read" | "data.write" | "rating.read" | "rating.write" | "rule.read" | "rule.write" | "target.read" | "target.write" | "score.read" | "pay.read" | "pay.write" | "run.start" | "comment.write" | "user.manage" | "audit.read";
            /** @enum {string} */
            reach: "own" | "reports" | "unit" | "units" | "all";
            /** @description From whom the reach is counted. */
            employee: string | null;
            /** @description The delegation it rests on. */
            delegation?: string;
        };
        /** @description A dataset proposed from the header and the first rows of a file. */
        GuessedDataset: {
            /** @description A dataset document to begin with. */
            body: {
                [key: string]: unknown;
            };
            columns: {
                column: string;
                field: string;
                type: string;
                examples: string[];
                empty: number;
                distinct: number;
            }[];
            /** @description Rows that were looked at. */
            rows: number;
            encoding: string;
            delimiter: string | null;
        };
        /** @description The server and its database answer. */
        Health: {
            /** @constant */
            ok: true;
        };
        Import: {
            import: number;
            dataset: string;
            datasetName: string;
            /** @enum {string} */
            mode: "merge" | "complete" | "delete";
            file: string;
            bytes: number;
            rows: {
                read: number;
                bad: number;
                inserted: number;
                changed: number;
                same: number;
                deleted: number;
            };
            /** @description Instant in UTC, ISO 8601 with Z. */
            at: string;
            /** @description Null: by the command line. */
            by: string | null;
            undone: {
                by: string;
                /** @description Instant in UTC, ISO 8601 with Z. */
                at: string;
                reason: string;
                kept: number;
            } | null;
        };
        ImportChoices: {
            /**
             * @description Field → column of the file.
             * @default {}
             */
            columns: {
                [key: string]: string;
            };
            /** @enum {string} */
            encoding?: "auto" | "utf-8" | "gb18030" | "utf-16le";
            /** @enum {string} */
            delimiter?: "," | ";" | "\t" | "|";
            /** @enum {string} */
            decimal?: "point" | "comma";
            sheet?: string;
            /**
             * @description Add and change; also delete what the file does not hold; delete what it lists.
             * @default merge
             * @enum {string}
             */
            mode: "merge" | "complete" | "delete";
            /**
             * @description Take none of the rows where some are bad, or take the good ones.
             * @enum {string}
             */
            onError?: "reject" | "skip";
        };
        /** @description The first rows of a file as they will be read. */
        ImportPreview: {
            encoding: string;
            delimiter: string | null;
            headerLine: number;
            columns: string[];
            /** @description Field → column, as chosen or found out. */
            mapping: {
                [key: string]: string;
            };
            problems: components["schemas"]["Finding"][];
            rows: {
                line: number;
                cells: {
                    [key: string]: {
                        text: string;
                        value: string | null;
                        problem: components["schemas"]["Finding"] | null;
                    };
                };
                problem: components["schemas"]["Finding"] | null;
            }[];
        };
        ImportReport: {
            /** @enum {string} */
            outcome: "imported" | "unchanged" | "rejected";
            importId: number | null;
            rows: {
                read: number;
                bad: number;
                inserted: number;
                changed: number;
                same: number;
                deleted: number;
            };
            /** @description The first problems; those that are the same but for their line stand once, with their number as the parameter `alike`. */
            bad: components["schemas"]["Finding"][];
            /** @description Code → how many times. */
            reasons: {
                [key: string]: number;
            };
            /** @description All bad rows can be downloaded. */
            hasFile: boolean;
            notices: components["schemas"]["Finding"][];
            ms: number;
        };
        Incentive: {
            /** @description Of the document: `hunter`, `hunter@2026-04-01`. */
            id: string;
            incentive: string;
            name: string;
            description: string;
            /** @description Null: everybody. */
            roles: {
                id: string;
                name: string;
            }[] | null;
            /** @enum {string} */
            every: "day" | "week" | "month" | "quarter" | "half" | "year";
            from: string | null;
            /** @description Periods that begin on this day or later no longer follow it; where the next edition begins. */
            until: string | null;
            version: number;
            publishedAt: string;
            findings: components["schemas"]["RuleFinding"][];
            /** @enum {string} */
            startDay: "counted" | "not-counted";
            currency: string;
            components: components["schemas"]["PlanComponent"][];
            tables: components["schemas"]["RateTable"][];
        };
        /** @description What a plan pays. */
        IncentiveBody: {
            components: components["schemas"]["PlanComponent"][];
            tables: components["schemas"]["RateTable"][];
        };
        IncentiveRow: {
            /** @description Of the document: `hunter`, `hunter@2026-04-01`. */
            id: string;
            incentive: string;
            name: string;
            description: string;
            /** @description Null: everybody. */
            roles: {
                id: string;
                name: string;
            }[] | null;
            /** @enum {string} */
            every: "day" | "week" | "month" | "quarter" | "half" | "year";
            from: string | null;
            /** @description Periods that begin on this day or later no longer follow it; where the next edition begins. */
            until: string | null;
            version: number;
            publishedAt: string;
            findings: components["schemas"]["RuleFinding"][];
            components: {
                component: string;
                name: string;
            }[];
        };
        Incentives: {
            items: components["schemas"]["IncentiveRow"][];
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
        /** @description Work was put into the queue; `GET /api/jobs/{job}` tells how it goes. */
        JobAsked: {
            /** @description Id of the job. */
            job: string;
        };
        /** @description A person in the tree of a line on a day. */
        LineNode: {
            id: string;
            name: string;
            unitName: string | null;
            position: string | null;
            role: string | null;
            /** @description Null at the top, and where one does not see who is above. */
            above: string | null;
        };
        MeasureDetail: {
            measure: string;
            name: string;
            description: string;
            category: string | null;
            /** @enum {string} */
            kind: "aggregate" | "ratio" | "growth" | "formula" | "entered" | "rating";
            /** @description In words: 元, 元/单, %. */
            unit: string;
            percent: boolean;
            /** @description Base units with exponents: { CNY: 1 }. */
            base: {
                [key: string]: number;
            };
            /** @enum {string} */
            better: "more" | "less";
            /** @description What is counted, from which records, by which day, credited to whom; or the formula. */
            words: string;
            dataset: string | null;
            version: number;
            /** @description The document as its author writes it; docs/schema has the schema of each kind. */
            body: {
                [key: string]: unknown;
            };
            datasetName: string | null;
            usedBy: {
                /** @enum {string} */
                kind: "scheme" | "incentive" | "measure";
                id: string;
                name: string;
            }[];
            reads: {
                measure: string;
                name: string;
            }[];
        };
        MeasurePreview: {
            /** @description Exact decimal as text. */
            value: string | null;
            percent: boolean;
            /** @description Base units with exponents: { CNY: 1 }. */
            unit: {
                [key: string]: number;
            };
            records: number | null;
            until: string | null;
            /** @description Why there is no value, or nothing was counted. */
            problem: components["schemas"]["Finding"] | null;
        };
        /** @description A measure of the indicator library. */
        MeasureRow: {
            measure: string;
            name: string;
            description: string;
            category: string | null;
            /** @enum {string} */
            kind: "aggregate" | "ratio" | "growth" | "formula" | "entered" | "rating";
            /** @description In words: 元, 元/单, %. */
            unit: string;
            percent: boolean;
            /** @description Base units with exponents: { CNY: 1 }. */
            base: {
                [key: string]: number;
            };
            /** @enum {string} */
            better: "more" | "less";
            /** @description What is counted, from which records, by which day, credited to whom; or the formula. */
            words: string;
            dataset: string | null;
            version: number;
            uses: {
                schemes: number;
                incentives: number;
                measures: number;
            };
        };
        Notification: {
            id: string;
            /** @enum {string} */
            kind: "mention" | "job" | "score" | "target" | "rules";
            /** @description What it is about, as in comments; `job/ID` for work. Null where one may not see it any more. */
            object: string | null;
            /** @description mention: by, comment, text. job: job, state, period. score: period, from, to, run. target: measure, name (of the measure), percent, period, level, from, to, by, count (of targets changed at once). rules: kind, id, name, version, from, withdrawn, by, count (of documents). Empty where one may not see it any more. */
            params: {
                [key: string]: string | null;
            };
            at: string;
            read: boolean;
        };
        NotificationSettings: {
            /** @description Kinds one does not want to be told. */
            off: ("mention" | "job" | "score" | "target" | "rules")[];
        };
        /** @description What a unit, a role, a position can be: those that somebody has or had. */
        OrgChoices: {
            units: {
                id: string;
                name: string;
            }[];
            roles: string[];
            positions: string[];
        };
        /** @description What a group’s result may come to by the end of a period, from what earlier periods had brought at the same point. */
        Outlook: {
            /** @description Null: nothing that adds up over days is asked for. */
            measure: {
                id: string;
                name: string;
                money: boolean;
                dataset: string;
            } | null;
            /** @description Those a forecast can be made of. */
            measures: {
                id: string;
                name: string;
            }[];
            day: string;
            days: number;
            ofDays: number;
            /** @enum {string} */
            method: "final" | "history" | "days" | "none";
            actual: string | null;
            /** @description Those who have a target, whom all of it is of; null: nobody has, and it is of everybody. */
            people: number | null;
            /** @description Asked of the same people by their schemes; null where nothing is. */
            target: string | null;
            expected: string | null;
            low: string | null;
            high: string | null;
            attainment: {
                now: string | null;
                expected: string | null;
                low: string | null;
                high: string | null;
            };
            earlier: {
                period: string;
                /** @description Exact decimal as text. */
                byThen: string;
                /** @description Exact decimal as text. */
                whole: string;
            }[];
            curve: {
                day: string;
                /** @description Exact decimal as text. */
                amount: string;
            }[];
        };
        Pay: {
            employee: components["schemas"]["PersonInPeriod"];
            period: components["schemas"]["Period"];
            run: components["schemas"]["RunRef"] | null;
            total: string | null;
            plans: {
                incentive: string;
                name: string;
                total: string | null;
                components: {
                    component: string;
                    name: string;
                    amount: string | null;
                    now: components["schemas"]["AmountShown"] | null;
                    before: components["schemas"]["AmountShown"] | null;
                }[];
            }[];
            /** @description Versions of the documents: `scheme/hunter` → 3. */
            versions: {
                [key: string]: number;
            };
        };
        PayEdit: {
            employee: string;
            item: string;
            /** @description A day; empty: since ever. */
            from: string;
            /** @description The amount that was seen there; another one by now is not overwritten. */
            seen: string | null;
            /** @description As people write it; empty: none any more. */
            to: string;
        };
        /** @description What a file of pay items would change. To do it, send the edits to `POST /pay-items`. */
        PayFilePreview: {
            file: string;
            rows: number;
            /** @description Amounts that hold already. */
            same: number;
            edits: {
                employee: string;
                name: string;
                item: string;
                /** @description Empty: since ever. */
                from: string;
                seen: string | null;
                to: string;
                writable: boolean;
            }[];
            problems: components["schemas"]["Finding"][];
        };
        /** @description What somebody is paid by contract, from a day on. */
        PayItem: {
            employee: string;
            name: string;
            unitName: string | null;
            item: string;
            /** @description YYYY-MM-DD; null: since ever, or until further notice. */
            from: string | null;
            /** @description The day from which the next amount of the item holds. */
            until: string | null;
            /** @description Exact decimal as text. */
            amount: string;
            /** @enum {string} */
            state: "past" | "current" | "future";
            writable: boolean;
        };
        PayItemChange: {
            seq: string;
            at: string;
            by: string | null;
            item: string;
            /** @description YYYY-MM-DD; null: since ever, or until further notice. */
            from: string | null;
            before: string | null;
            after: string | null;
            reason: string;
            source: string | null;
        };
        /** @description A file of people as it will be read, and what importing it would do. With errors nothing is imported. */
        PeoplePreview: {
            file: string;
            encoding: string | null;
            headerLine: number | null;
            columns: string[];
            /** @description Field → column or template, as chosen or found out. */
            mapping: {
                [key: string]: string;
            };
            /** @description What can be in such a file, and what columns of it are called. */
            fields: {
                /** @enum {string} */
                field: "id" | "name" | "alias" | "unit" | "position" | "role" | "manager" | "sponsor" | "from" | "until" | "email";
                names: string[];
            }[];
            rowsRead: number;
            /** @description The first rows as they will be read. */
            rows: {
                line: number;
                cells: {
                    [key: string]: string;
                };
            }[];
            /** @description People (or units) the file names. */
            given: number;
            /** @description Those not known before. */
            added: number;
            /** @description Facts that change: people, spellings, assignments, lines, units. 0: all is so already. */
            changes: number;
            /** @description Units that the file is the first to name. */
            unitsAdded: string[];
            /** @description What becomes of those that were known, field by field with days; at most so many. */
            differences: {
                id: string;
                name: string;
                fields: {
                    field: string;
                    before: {
                        value: string;
                        /** @description Null: since ever. */
                        from: string | null;
                        /** @description Not included; null: open. */
                        until: string | null;
                    }[];
                    after: {
                        value: string;
                        /** @description Null: since ever. */
                        from: string | null;
                        /** @description Not included; null: open. */
                        until: string | null;
                    }[];
                }[];
            }[];
            /** @description How many of those that were known are otherwise afterwards. */
            differing: number;
            errors: number;
            warnings: number;
            /** @description What is to mend or to know, errors first; at most so many. */
            findings: components["schemas"]["Finding"][];
            /** @description Rows with an error: what is wrong with them, and their cells in the order of `columns`; at most so many. */
            bad: {
                line: number;
                reason: string;
                cells: string[];
            }[];
        };
        /** @description What importing a file of people did. */
        PeopleReport: {
            file: string;
            /** @description People (or units) the file names. */
            given: number;
            /** @description Those not known before. */
            added: number;
            /** @description Facts that change: people, spellings, assignments, lines, units. 0: all is so already. */
            changes: number;
            /** @description Units that the file is the first to name. */
            unitsAdded: string[];
            warnings: components["schemas"]["Finding"][];
        };
        /** @description A period of the company’s calendar: `2026-Q1`, `2026-03`, `2026-W05`. */
        Period: {
            id: string;
            /** @enum {string} */
            kind: "day" | "week" | "month" | "quarter" | "half" | "year";
            /** @description YYYY-MM-DD */
            from: string;
            /** @description The last day that belongs to it. */
            last: string;
        };
        PeriodListed: {
            id: string;
            /** @enum {string} */
            kind: "day" | "week" | "month" | "quarter" | "half" | "year";
            /** @description YYYY-MM-DD */
            from: string;
            /** @description The last day that belongs to it. */
            last: string;
            /**
             * @description Whether it holds today.
             * @enum {string}
             */
            state: "past" | "current" | "future";
            /** @description Its results follow every change by themselves. */
            open: boolean;
            /** @description Its newest run. */
            latest: {
                run: string;
                /** @description Instant in UTC, ISO 8601 with Z. */
                finishedAt: string;
            } | null;
        };
        Periods: {
            items: components["schemas"]["PeriodListed"][];
            /** @description The kinds that people are judged and paid by. */
            kinds: ("day" | "week" | "month" | "quarter" | "half" | "year")[];
            /** @description The newest period with records, of the kind that most people are judged by: where to begin. */
            latest: string | null;
            /** @description First and last day with records. */
            records: {
                /** @description YYYY-MM-DD */
                first: string;
                /** @description YYYY-MM-DD */
                last: string;
            } | null;
        };
        Person: {
            id: string;
            name: string;
        };
        PersonChanged: {
            id: string;
            name: string;
            measures: components["schemas"]["Change"][];
            score: components["schemas"]["Change"] | null;
            grade: components["schemas"]["Change"] | null;
            lines: {
                what: string;
                before: string | null;
                after: string | null;
                name: string;
                percent: boolean;
                unit: {
                    [key: string]: number;
                };
                /** @description What is asked, where that is another. */
                target: components["schemas"]["Change"] | null;
            }[];
            /** @description Empty where one may not see the person’s pay. */
            components: components["schemas"]["Change"][];
            pay: components["schemas"]["Change"] | null;
            /** @description Which changed records, of those one may see, stand behind which of these figures. */
            causes: {
                /** @enum {string} */
                kind: "line" | "component" | "measure";
                what: string;
                /** @description Places in `records`. */
                records: number[];
            }[];
        };
        /** @description A person with everything that is known with days, the earliest first. */
        PersonDetail: {
            id: string;
            name: string;
            email: string | null;
            /** @description Other spellings in files. */
            aliases: string[];
            /** @description Changes whenever anything told here about the person does; commands want it back. */
            change: string;
            assignments: {
                /** @description Null: since ever. */
                from: string | null;
                /** @description Not included; null: open. */
                until: string | null;
                unit: string | null;
                unitName: string | null;
                position: string | null;
                role: string | null;
            }[];
            /** @description Who the person reports to, with days. */
            managers: {
                /** @description Null: since ever. */
                from: string | null;
                /** @description Not included; null: open. */
                until: string | null;
                person: components["schemas"]["Colleague"];
            }[];
            sponsors: {
                /** @description Null: since ever. */
                from: string | null;
                /** @description Not included; null: open. */
                until: string | null;
                person: components["schemas"]["Colleague"];
            }[];
            /** @description Who reports to the person on the day, of those one sees. */
            reports: {
                id: string;
                name: string;
                unitName: string | null;
                position: string | null;
            }[];
            /** @description Whom the person brought in, of those one sees. */
            sponsored: {
                id: string;
                name: string;
                unitName: string | null;
                position: string | null;
            }[];
            mayWrite: boolean;
        };
        PersonEarned: {
            id: string;
            name: string;
            unitName: string | null;
            total: string | null;
            result: string | null;
        };
        /** @description What a change of a person would do. Nothing was changed. */
        PersonEffect: {
            /** @description The first day on which something is different. */
            from: string;
            /** @description It lies before today: results that were worked out since then are about to change. */
            past: boolean;
            /** @description As it is recorded now for that day; null: does not work here then. */
            before: components["schemas"]["Situation"] | null;
            after: components["schemas"]["Situation"] | null;
            /** @description When a change that is already recorded takes over; null: nothing is recorded. */
            until: string | null;
            /** @description Changes recorded for later days that fall away. */
            dropped: number;
            /** @description Who reports to the person from that day on, and to whom afterwards. */
            reports: {
                id: string;
                name: string;
                to: {
                    id: string;
                    name: string;
                } | null;
            }[];
        };
        PersonInPeriod: {
            id: string;
            name: string;
            unit: string | null;
            unitName: string | null;
            position: string | null;
            role: string | null;
        };
        /** @description A person on a day: what holds then, else what comes next, else what was last. */
        PersonRow: {
            id: string;
            name: string;
            email: string | null;
            unit: string | null;
            unitName: string | null;
            position: string | null;
            role: string | null;
            manager: components["schemas"]["Colleague"] | null;
            sponsor: components["schemas"]["Colleague"] | null;
            /** @enum {string} */
            state: "here" | "coming" | "gone";
            /** @description Null: since ever. */
            from: string | null;
            /** @description Not included; null: open. */
            until: string | null;
        };
        PlanComponent: {
            component: string;
            name: string;
            formula: string;
            conditions: {
                name: string;
                formula: string;
            }[];
            floor: string | null;
            cap: string | null;
            /** @enum {string} */
            over: "period" | "year";
            round: number;
            traits: ("marginal" | "whole" | "interpolated" | "curve" | "lookup" | "by-target" | "accelerates" | "decelerates" | "per-record" | "team" | "split" | "pay-item" | "score" | "newcomers" | "prorated" | "gate" | "floor" | "cap" | "year")[];
            tables: string[];
            asks: components["schemas"]["PlanLeaf"][];
            /** @description Key of the leaf that the pay is drawn against. */
            base: string | null;
            /** @description AmountIr of src/engine/ir.ts. */
            amount: {
                [key: string]: unknown;
            };
        };
        /** @description Something that an amount asks about a person. */
        PlanLeaf: {
            key: string;
            /** @enum {string} */
            node: "value" | "target" | "pay" | "result" | "tenure" | "presence";
            /** @description As formulas write it. */
            text: string;
            measure: string | null;
            percent: boolean;
            unit: {
                [key: string]: number;
            };
            unitName: string;
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
        /** @description The checked rules in force, as the engine takes them: Program of src/engine/ir.ts, CalendarSpec of src/base/calendar.ts. */
        Program: {
            hash: string;
            program: {
                [key: string]: unknown;
            };
            calendar: {
                [key: string]: unknown;
            };
        };
        PublishedDocument: {
            /** @enum {string} */
            kind: "company" | "dataset" | "measure" | "table" | "scheme" | "incentive";
            id: string;
            version: number;
            /** @description It said what was in force already. */
            same: boolean;
            warnings: components["schemas"]["DocumentFinding"][];
        };
        Ranked: {
            id: string;
            name: string;
            unitName: string | null;
            role: string | null;
            rank: number;
            value: string | null;
            previous: string | null;
            /** @description Value less what it was in the period before. */
            change: string | null;
            /** @description The change as a part of what it was: 0.1 for 10 % more. */
            share: string | null;
            mine: boolean;
        };
        Ranking: {
            items: components["schemas"]["Ranked"][];
            /** @description `after` of the next page; null on the last one. */
            next: string | null;
            /** @description Rows on all pages; null where counting would cost too much. */
            total: number | null;
            period: components["schemas"]["Period"];
            run: components["schemas"]["RunRef"] | null;
            /** @description Null: the score. */
            measure: {
                id: string;
                name: string;
                percent: boolean;
                unit: {
                    [key: string]: number;
                };
                /** @enum {string} */
                better: "more" | "less";
            } | null;
            previous: string | null;
            /** @description One’s own place, on whatever page it is. */
            me: components["schemas"]["Ranked"] | null;
            /** @description People ranked, shown or not. */
            of: number;
            /**
             * @description Who is shown beyond the people one sees anyway; a setting of the company.
             * @enum {string}
             */
            shows: "visible" | "upper-half" | "all";
        };
        /** @description What one unit of a currency is worth in the company’s currency, until the next day with a rate of that currency. */
        Rate: {
            currency: string;
            /** @description The first day it holds. */
            day: string;
            /** @description Exact decimal as text. */
            rate: string;
        };
        RateTable: {
            table: string;
            name: string;
            description: string;
            /** @description Of one plan alone. */
            own: boolean;
            /** @description Units of the document in words: `money` → 元. */
            units: {
                [key: string]: string;
            };
            /** @description TableDocument of src/engine/documents/table.ts. */
            document: {
                [key: string]: unknown;
            };
        };
        RateTableDetail: {
            table: string;
            name: string;
            description: string;
            /** @description Of one plan alone. */
            own: boolean;
            /** @description Units of the document in words: `money` → 元. */
            units: {
                [key: string]: string;
            };
            /** @description TableDocument of src/engine/documents/table.ts. */
            document: {
                [key: string]: unknown;
            };
            version: number;
            publishedAt: string;
            usedBy: components["schemas"]["TableUse"][];
            findings: components["schemas"]["RuleFinding"][];
        };
        RateTableRow: {
            table: string;
            name: string;
            description: string;
            /** @enum {string} */
            kind: "tiers" | "curve" | "lookup";
            rows: number;
            usedBy: components["schemas"]["TableUse"][];
            version: number;
            publishedAt: string;
        };
        RateTables: {
            items: components["schemas"]["RateTableRow"][];
        };
        RatingSource: {
            source: string;
            /** @description Scores of it there are; null for who may not read everybody’s ratings. */
            ratings: number | null;
            /** @description Ratings in force that it is part of. */
            measures: {
                id: string;
                name: string;
            }[];
        };
        Record: {
            id: string;
            /** @description The change that wrote it; to be sent with a correction. */
            change: string;
            day: string | null;
            /** @description Field → value. */
            fields: {
                [key: string]: string | boolean | null;
            };
        };
        RecordDetail: {
            id: string;
            dataset: string;
            datasetName: string;
            label: string;
            day: string | null;
            change: string;
            /** @description False: it was deleted; its versions remain. */
            current: boolean;
            fields: components["schemas"]["Field"][];
            /** @description Field → value. */
            values: {
                [key: string]: string | boolean | null;
            };
            people: {
                [key: string]: string;
            };
            credits: {
                id: string;
                name: string;
                /** @description 0.7 for 70 %. */
                share: string;
            }[];
            refersTo: components["schemas"]["RecordLink"][];
            referredBy: {
                dataset: string;
                datasetName: string;
                field: string;
                count: number;
                items: components["schemas"]["RecordLink"][];
            }[];
            measures: {
                measure: string;
                name: string;
            }[];
            versions: components["schemas"]["RecordVersion"][];
            mayWrite: boolean;
        };
        RecordLink: {
            dataset: string;
            datasetName: string;
            field: string;
            record: string | null;
            label: string;
            day: string | null;
        };
        RecordVersion: {
            change: string;
            ended: string | null;
            deleted: boolean;
            /** @enum {string} */
            kind: "import" | "manual" | "undo";
            /** @description Null: by the command line. */
            by: string | null;
            reason: string;
            at: string | null;
            file: string | null;
            line: number | null;
            /** @description Field → value. */
            fields: {
                [key: string]: string | boolean | null;
            };
            end: {
                by: string | null;
                reason: string;
                at: string | null;
                /** @enum {string} */
                kind: "import" | "manual" | "undo";
            } | null;
        };
        /** @description Units side by side in a period. */
        ResultsOverview: {
            period: components["schemas"]["Period"];
            run: components["schemas"]["RunRef"] | null;
            showsPay: boolean;
            /** @description What pay is set against: the amount that most schemes ask of single people. */
            measure: {
                id: string;
                name: string;
            } | null;
            units: {
                unit: string | null;
                name: string | null;
                people: number;
                scored: number;
                average: string | null;
                pay: string | null;
                result: string | null;
            }[];
        };
        RoleShown: {
            role: string;
            /** @description The position that most people of the role hold. */
            name: string;
        };
        /** @description What the checker or the linter says about a document. */
        RuleFinding: {
            code: string;
            /** @enum {string} */
            severity: "error" | "warning" | "info";
            /** @description Where in the document: `components`, 0, `cap`. */
            path: (string | number)[];
            say: string;
            cure: string;
        };
        /** @description One computation of a period: everybody’s values, scores and earnings. */
        Run: {
            run: string;
            period: string;
            /** @description Instant in UTC, ISO 8601 with Z. */
            startedAt: string;
            /** @description Instant in UTC, ISO 8601 with Z. */
            finishedAt: string;
            /** @description Name of the user who asked for it; null: it followed a change by itself, or came from the command line. */
            by: string | null;
            /** @description The run of the period before it. */
            previous: string | null;
            /** @description Pages of the period show this one. */
            newest: boolean;
            /** @description Rules, people and records are still what it computed with. */
            fresh: boolean;
            /** @description Versions of the documents: `scheme/hunter` → 3. */
            versions: {
                [key: string]: number;
            };
            /** @description People with values, with a score, with pay. */
            counts: {
                people: number;
                scored: number;
                paid: number;
            };
            /** @description Records that count for nobody, rules that are for nobody; null for an older run, and for who does not see everybody. */
            notices: components["schemas"]["Finding"][] | null;
        };
        /** @description What differs between two runs of a period, person by person, and what was different when they were made. */
        RunComparison: {
            period: string;
            before: {
                run: string;
                /** @description Instant in UTC, ISO 8601 with Z. */
                finishedAt: string;
            };
            after: {
                run: string;
                /** @description Instant in UTC, ISO 8601 with Z. */
                finishedAt: string;
            };
            documents: {
                /** @description `scheme/hunter` */
                document: string;
                kind: string;
                id: string;
                /** @description As it is called now, or was last. */
                name: string;
                before: number | null;
                after: number | null;
                /** @description What differs inside it. */
                changes: components["schemas"]["DocumentDifference"][];
            }[];
            /** @description What all pay comes to; null for who does not see everybody’s. */
            cost: {
                before: string | null;
                after: string | null;
            } | null;
            records: {
                dataset: string;
                datasetName: string;
                /** @description Of the record; a deleted one keeps it. */
                id: string;
                key: string;
                /** @enum {string} */
                what: "new" | "corrected" | "deleted";
                file: string | null;
                line: number | null;
                /** @description Whoever counts it, of those one may see. */
                employees: string[];
            }[];
            /** @description What else changed: people, lines, rates, targets, pay items. */
            parts: string[];
            items: components["schemas"]["PersonChanged"][];
            next: string | null;
            total: number;
        };
        RunListed: {
            run: string;
            period: string;
            /** @description Instant in UTC, ISO 8601 with Z. */
            startedAt: string;
            /** @description Instant in UTC, ISO 8601 with Z. */
            finishedAt: string;
            /** @description Name of the user who asked for it; null: it followed a change by itself, or came from the command line. */
            by: string | null;
        };
        /** @description The newest run of a period. */
        RunRef: {
            run: string;
            /** @description Instant in UTC, ISO 8601 with Z. */
            finishedAt: string;
            /** @description Rules, people and records are still what it computed with; otherwise a new run is on its way. */
            fresh: boolean;
        };
        /** @description What the checker says about a scheme, and what to do. */
        SchemeFinding: {
            code: string;
            /** @enum {string} */
            severity: "error" | "warning" | "info";
            detail: string;
            cure: string;
            /** @description Place inside the document. */
            path: (string | number)[];
        };
        SchemeLine: {
            line: string;
            name: string;
            measure: string;
            measureName: string;
            /** @enum {string} */
            measureKind: "aggregate" | "ratio" | "growth" | "formula" | "entered" | "rating";
            /** @description Of a rating: who rates, and by what share; empty for anything else. */
            sources: {
                source: string;
                /** @description Exact decimal as text. */
                weight: string;
            }[];
            /** @description Base units with exponents. */
            unit: {
                [key: string]: number;
            };
            /** @description The measure is stored times 100. */
            percent: boolean;
            /** @enum {string} */
            better: "more" | "less";
            kpi: boolean;
            /** @description Percent of the score; 0 for gates and for points that are added to it. */
            weight: string;
            target: {
                /** @enum {string} */
                kind: "targets" | "fixed" | "formula" | "none";
                /** @description The level, the fixed figure or the formula, in words. */
                text: string | null;
                /** @description The fixed figure as its measure is stored. */
                fixed: string | null;
                prorated: boolean;
            };
            /** @description RuleIr of src/engine/ir.ts. */
            rule: {
                [key: string]: unknown;
            };
            ruleText: string;
            /** @enum {string} */
            noData: "skip" | "zero" | "full";
        };
        SchemePerson: {
            employee: string;
            name: string;
            unit: string | null;
            position: string | null;
            role: string | null;
        };
        SchemeRow: {
            /** @description Id of the document: `hunter`, or `hunter@2026-04-01` for an edition with a first day. */
            id: string;
            /** @description What its editions share. */
            scheme: string;
            name: string;
            description: string;
            /** @enum {string} */
            every: "week" | "month" | "quarter" | "half" | "year";
            /** @description Null: everybody. */
            roles: components["schemas"]["RoleShown"][] | null;
            from: string | null;
            /** @description The first day that is no longer judged by it; where the next edition begins. */
            until: string | null;
            /**
             * @description Whether the period that holds today follows it, a later one will, or an earlier one did.
             * @enum {string}
             */
            state: "current" | "upcoming" | "past";
            /** @description Whether the asker is judged by it today. */
            mine: boolean;
            lines: number;
            kpis: number;
            /** @description People whom it is for today, as far as one may see them; 0 where it is not current. */
            people: number;
            warnings: number;
            version: number;
            /** @description Instant in UTC, ISO 8601 with Z. */
            publishedAt: string;
        };
        SchemeShown: {
            /** @description Id of the document: `hunter`, or `hunter@2026-04-01` for an edition with a first day. */
            id: string;
            /** @description What its editions share. */
            scheme: string;
            name: string;
            description: string;
            /** @enum {string} */
            every: "week" | "month" | "quarter" | "half" | "year";
            /** @description Null: everybody. */
            roles: components["schemas"]["RoleShown"][] | null;
            from: string | null;
            /** @description The first day that is no longer judged by it; where the next edition begins. */
            until: string | null;
            /**
             * @description Whether the period that holds today follows it, a later one will, or an earlier one did.
             * @enum {string}
             */
            state: "current" | "upcoming" | "past";
            /** @description Whether the asker is judged by it today. */
            mine: boolean;
            lines: components["schemas"]["SchemeLine"][];
            kpis: number;
            /** @description People whom it is for today, as far as one may see them; 0 where it is not current. */
            people: number;
            warnings: number;
            version: number;
            /** @description Instant in UTC, ISO 8601 with Z. */
            publishedAt: string;
            /** @description Best first; null: everybody below. */
            grades: {
                grade: string;
                from: string | null;
                coefficient: string | null;
            }[];
            periodWeights: {
                period: string;
                weights: {
                    line: string;
                    /** @description Exact decimal as text. */
                    weight: string;
                }[];
            }[];
            newcomers: {
                months: number;
                weights: {
                    line: string;
                    /** @description Exact decimal as text. */
                    weight: string;
                }[];
            } | null;
            /** @description Whether factors for outside causes multiply scores. */
            factors: boolean;
            round: number;
            /** @enum {string} */
            startDay: "counted" | "not-counted";
            feedback: ("weekly" | "monthly" | "quarterly" | "none") | null;
            findings: components["schemas"]["SchemeFinding"][];
            /** @description All editions of the scheme, the earliest first. */
            editions: {
                id: string;
                from: string | null;
                until: string | null;
                /**
                 * @description Whether the period that holds today follows it, a later one will, or an earlier one did.
                 * @enum {string}
                 */
                state: "current" | "upcoming" | "past";
            }[];
            /** @description Incentive plans for its roles that read the score, the grade or the coefficient. */
            incentives: {
                id: string;
                name: string;
            }[];
            /** @description The document as its author wrote it; see docs/schema/scheme.schema.json. */
            body: unknown;
        };
        Score: {
            employee: components["schemas"]["PersonInPeriod"];
            period: components["schemas"]["Period"];
            run: components["schemas"]["RunRef"] | null;
            /** @description Null: no scheme is for the person in this period, or there is no run yet. */
            scheme: {
                id: string;
                name: string;
            } | null;
            score: string | null;
            grade: string | null;
            coefficient: string | null;
            /** @description For outside causes: what the sum was multiplied by; null: nothing. */
            factor: string | null;
            grades: {
                grade: string;
                from: string | null;
                coefficient: string | null;
            }[];
            previous: {
                period: string;
                score: string | null;
                grade: string | null;
            } | null;
            lines: components["schemas"]["ScoreLine"][];
            /** @description Versions of the documents: `scheme/hunter` → 3. */
            versions: {
                [key: string]: number;
            };
        };
        ScoreLine: {
            line: string;
            name: string;
            measure: string | null;
            measureName: string | null;
            unit: {
                [key: string]: number;
            };
            percent: boolean;
            better: ("more" | "less") | null;
            /** @description A KPI; else an ordinary indicator. */
            kpi: boolean;
            /** @description The weight that counted; 0 for gates and for points beside the weights. */
            weight: string;
            target: string | null;
            actual: string | null;
            /** @description 1.2 for 120 %. */
            attainment: string | null;
            points: string | null;
            /** @enum {string} */
            state: "scored" | "skipped" | "zero" | "full" | "passed" | "failed";
            /** @description Why it was not judged by its rule. */
            reason: {
                code: string;
                say: string;
                cure: string;
            } | null;
            /** @description RuleIr of src/engine/ir.ts. */
            rule: {
                [key: string]: unknown;
            } | null;
            /** @description The rule in words. */
            ruleText: string | null;
        };
        Scoreboard: {
            items: components["schemas"]["BoardPerson"][];
            /** @description `after` of the next page; null on the last one. */
            next: string | null;
            /** @description Rows on all pages; null where counting would cost too much. */
            total: number | null;
            period: components["schemas"]["Period"];
            run: components["schemas"]["RunRef"] | null;
            /** @description The period that `change` is against; null where it has no run. */
            previous: string | null;
            /** @description Whether one may see the pay of anybody. */
            showsPay: boolean;
            /** @description Of everybody who passes the filter; on the first page only. */
            summary: {
                people: number;
                scored: number;
                average: string | null;
                pay: string | null;
                grades: {
                    scheme: string;
                    grade: string;
                    people: number;
                }[];
            } | null;
        };
        ScoreboardChoices: {
            units: {
                id: string;
                name: string;
            }[];
            roles: {
                id: string;
                name: string;
            }[];
            schemes: {
                id: string;
                name: string;
            }[];
            grades: string[];
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
        /** @description Where somebody is signed in. */
        SessionInfo: {
            id: string;
            /** @enum {string} */
            how: "password" | "link" | "oidc" | "demo";
            address: string;
            /** @description What the browser calls itself. */
            agent: string;
            startedAt: string;
            seenAt: string;
            /** @description The one this is asked with. */
            current: boolean;
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
            /** @description The present password is asked for when it is changed: they have one, and did not just come in by a link. */
            hasPassword: boolean;
        };
        /** @description Where somebody is and below whom, on a day. */
        Situation: {
            unit: {
                id: string;
                name: string;
            } | null;
            position: string | null;
            role: string | null;
            manager: {
                id: string;
                name: string;
            } | null;
            sponsor: {
                id: string;
                name: string;
            } | null;
        };
        /** @description Somebody for whom the user stands in today. */
        StandIn: {
            id: string;
            name: string;
            employee: string | null;
            /** @description Not included. */
            until: string;
        };
        /** @description How somebody stands in a period, line by line, by the days that are over. */
        Standing: {
            id: string;
            name: string;
            unitName: string | null;
            position: string | null;
            score: string | null;
            grade: string | null;
            /** @description Against the score of the period before. */
            change: string | null;
            /**
             * @description All lines together by their weights; a gate that fails is off.
             * @enum {string}
             */
            state: "on" | "caution" | "off" | "none";
            /** @description Why there is no score; null too where the period was not computed yet. */
            lacking: ("no-scheme" | "no-data") | null;
            lines: {
                line: string;
                name: string;
                measure: string;
                kpi: boolean;
                percent: boolean;
                unit: {
                    [key: string]: number;
                };
                /** @description Exact decimal as text. */
                weight: string;
                target: string | null;
                actual: string | null;
                attainment: string | null;
                points: string | null;
                /** @enum {string} */
                state: "on" | "caution" | "off" | "none";
                /** @description Share of the target that is due by now; null where the line does not add up over the period. */
                due: string | null;
                /** @description Points of the score that are missing to 100 on this line. */
                lost: string;
            }[];
        };
        Standings: {
            items: components["schemas"]["Standing"][];
            /** @description `after` of the next page; null on the last one. */
            next: string | null;
            /** @description Rows on all pages; null where counting would cost too much. */
            total: number | null;
            period: components["schemas"]["Period"];
            run: components["schemas"]["RunRef"] | null;
            /** @description Share of the period’s days that are over. */
            elapsed: string;
            counts: {
                [key: string]: number;
            };
        };
        /** @description How far a company is on its way to its first score. */
        StartState: {
            company: {
                id: string;
                name: string;
                currency: string;
                timezone: string;
                /** @description Null: its calendar is not of months. */
                yearStartMonth: number | null;
            } | null;
            rules: {
                datasets: number;
                measures: number;
                schemes: number;
                incentives: number;
            };
            people: {
                all: number;
                /** @description Those a scheme can be for. */
                withRole: number;
            };
            datasets: {
                dataset: string;
                name: string;
                rows: number;
                /** @description How many measures count its records. */
                measures: number;
            }[];
            targets: number;
            /** @description The newest run with scores, else the newest. */
            run: {
                run: string;
                period: string;
                finishedAt: string;
                people: number;
                scored: number;
            } | null;
        };
        TableUse: {
            /** @enum {string} */
            kind: "incentive" | "measure";
            id: string;
            name: string;
            component: string | null;
        };
        TargetChange: {
            seq: string;
            at: string;
            /** @description Null: by the command line. */
            by: string | null;
            /** @enum {string} */
            level: "target" | "stretch" | "challenge";
            before: string | null;
            after: string | null;
            reason: string;
            /** @description The file it came from. */
            source: string | null;
        };
        TargetColumn: {
            measure: string;
            name: string;
            unit: string;
            percent: boolean;
            /** @description Months make up quarters. */
            adds: boolean;
            /** @description People make up a unit. */
            sums: boolean;
            /** @enum {string} */
            better: "more" | "less";
            period: string;
            /** @enum {string} */
            kind: "day" | "week" | "month" | "quarter" | "half" | "year";
            from: string;
            last: string;
        };
        TargetEdit: {
            employee: string;
            measure: string;
            period: string;
            /** @enum {string} */
            level: "target" | "stretch" | "challenge";
            /** @description The figure that was seen; a cell that holds another one by now is not overwritten. */
            from: string | null;
            /** @description As people write it: `1,200`, `30%`, `5万`; empty for no target. */
            to: string;
        };
        /** @description What a file of targets would change. To do it, send the edits to `POST /targets`. */
        TargetFilePreview: {
            file: string;
            rows: number;
            /** @description Figures that hold already. */
            same: number;
            edits: {
                employee: string;
                name: string;
                measure: string;
                period: string;
                /** @enum {string} */
                level: "target" | "stretch" | "challenge";
                from: string | null;
                /** @description Empty: the file clears it. */
                to: string;
                writable: boolean;
            }[];
            problems: components["schemas"]["Finding"][];
        };
        /** @description What is asked of everybody one sees: one measure over a year, or all measures of a period. */
        TargetMatrix: {
            /** @enum {string} */
            level: "target" | "stretch" | "challenge";
            columns: components["schemas"]["TargetColumn"][];
            people: components["schemas"]["TargetRow"][];
            /** @description What is asked of teams in the same thing, by who answers for them; to be compared with what their people come to. */
            teams: {
                person: string;
                unit: string | null;
                measure: string;
                name: string;
                values: (string | null)[];
            }[];
        };
        TargetMeasure: {
            measure: string;
            name: string;
            unit: string;
            percent: boolean;
            /** @description Months make up quarters. */
            adds: boolean;
            /** @description People make up a unit. */
            sums: boolean;
            /** @enum {string} */
            better: "more" | "less";
            targets: number;
        };
        TargetRow: {
            id: string;
            name: string;
            unit: string | null;
            unitName: string | null;
            position: string | null;
            writable: boolean;
            /** @description One a column. */
            values: (string | null)[];
        };
        TargetsChanged: {
            /** @description Cells that hold another figure now. */
            cells: number;
            people: number;
            warnings: components["schemas"]["Finding"][];
        };
        /** @description Rules for a role, to begin a company with. */
        Template: {
            id: string;
            name: string;
            about: string;
            datasets: {
                dataset: string;
                name: string;
            }[];
            measures: number;
            lines: {
                name: string;
                /** @description Percent of the score; null: a gate, or points added to it. */
                weight: string | null;
            }[];
            incentives: string[];
            /** @description Made-up people that come with it, if wished. */
            people: number;
            /** @description Files to fill in; `downloadTemplateFile` gives them. */
            files: string[];
        };
        /** @description A group over the periods up to one, of those that were computed; the oldest first. */
        Trend: {
            /** @description What results are told in: the amount that most schemes ask of single people. */
            measure: {
                id: string;
                name: string;
            } | null;
            showsPay: boolean;
            points: {
                period: string;
                run: string;
                people: number;
                scored: number;
                average: string | null;
                pay: string | null;
                result: string | null;
                /** @description Of those who have a target: what they reached. */
                reached: string | null;
                target: string | null;
                attainment: string | null;
            }[];
        };
        /** @description What taking an import back would do. Records that somebody changed since stay as they are. */
        UndoPlan: {
            toDelete: number;
            toRestore: number;
            toReturn: number;
            kept: number;
            keptShown: {
                key: string;
                deleted: boolean;
            }[];
            undone: boolean;
        };
        /** @description A unit: its place on the day, and where it was and will be. */
        UnitDetail: {
            id: string;
            name: string;
            /** @description Changes whenever anything told here about the unit does; commands want it back. */
            change: string;
            closed: boolean;
            /** @description The units above on the day, the top first. */
            path: {
                id: string;
                name: string;
            }[];
            /** @description The unit right above, with days. */
            parents: {
                /** @description Null: since ever. */
                from: string | null;
                /** @description Not included; null: open. */
                until: string | null;
                unit: {
                    id: string;
                    name: string;
                };
            }[];
            /** @description The units right below on the day. */
            units: components["schemas"]["UnitRow"][];
            /** @description Who works in this very unit on the day, of those one sees. */
            people: number;
            /** @description The same with the units below. */
            all: number;
            /** @description Whether the company keeps a list of its units; otherwise rows of people make them, and the first change makes it the list. */
            kept: boolean;
            mayWrite: boolean;
        };
        /** @description What a move of a unit would do. Nothing was changed. */
        UnitEffect: {
            /** @description The first day on which something is different. */
            from: string;
            /** @description It lies before today: results that were worked out since then are about to change. */
            past: boolean;
            /** @description The unit right above, as it is recorded now for that day. */
            before: {
                id: string;
                name: string;
            } | null;
            after: {
                id: string;
                name: string;
            } | null;
            /** @description When a change that is already recorded takes over; null: nothing is recorded. */
            until: string | null;
            /** @description Who works in the unit or below it on that day. */
            people: number;
            /** @description Units below it on that day. */
            units: number;
            /** @description From then on the company keeps a list of its units: rows of people make no new ones any more. */
            first: boolean;
        };
        /** @description A unit at its place in the tree on a day. */
        UnitRow: {
            id: string;
            name: string;
            parent: string | null;
            /** @description Who works in this very unit on the day, of those one sees. */
            people: number;
            /** @description The same with the units below. */
            all: number;
            /** @description It stood somewhere before the day and stands nowhere since; nobody is in it, nothing is below it. */
            closed: boolean;
        };
        /** @description A file of units as it will be read, and what importing it would do. With errors nothing is imported. */
        UnitsPreview: {
            file: string;
            encoding: string | null;
            headerLine: number | null;
            columns: string[];
            /** @description Field → column or template, as chosen or found out. */
            mapping: {
                [key: string]: string;
            };
            /** @description What can be in such a file, and what columns of it are called. */
            fields: {
                /** @enum {string} */
                field: "id" | "name" | "parent" | "from" | "until";
                names: string[];
            }[];
            rowsRead: number;
            /** @description The first rows as they will be read. */
            rows: {
                line: number;
                cells: {
                    [key: string]: string;
                };
            }[];
            /** @description People (or units) the file names. */
            given: number;
            /** @description Those not known before. */
            added: number;
            /** @description Facts that change: people, spellings, assignments, lines, units. 0: all is so already. */
            changes: number;
            /** @description Units that the file is the first to name. */
            unitsAdded: string[];
            /** @description What becomes of those that were known, field by field with days; at most so many. */
            differences: {
                id: string;
                name: string;
                fields: {
                    field: string;
                    before: {
                        value: string;
                        /** @description Null: since ever. */
                        from: string | null;
                        /** @description Not included; null: open. */
                        until: string | null;
                    }[];
                    after: {
                        value: string;
                        /** @description Null: since ever. */
                        from: string | null;
                        /** @description Not included; null: open. */
                        until: string | null;
                    }[];
                }[];
            }[];
            /** @description How many of those that were known are otherwise afterwards. */
            differing: number;
            errors: number;
            warnings: number;
            /** @description What is to mend or to know, errors first; at most so many. */
            findings: components["schemas"]["Finding"][];
            /** @description Rows with an error: what is wrong with them, and their cells in the order of `columns`; at most so many. */
            bad: {
                line: number;
                reason: string;
                cells: string[];
            }[];
        };
        /** @description What importing a file of units did. */
        UnitsReport: {
            file: string;
            /** @description People (or units) the file names. */
            given: number;
            /** @description Those not known before. */
            added: number;
            /** @description Facts that change: people, spellings, assignments, lines, units. 0: all is so already. */
            changes: number;
            /** @description Units that the file is the first to name. */
            unitsAdded: string[];
            warnings: components["schemas"]["Finding"][];
        };
        /** @description A file that was sent to be imported. */
        Upload: {
            upload: string;
            dataset: string;
            name: string;
            bytes: number;
            report: components["schemas"]["ImportReport"] | null;
        };
        User: {
            id: string;
            login: string;
            name: string;
            email: string | null;
            employee: string | null;
            /** @description A made-up user of the demo company. */
            demo: boolean;
            disabled: boolean;
            hasPassword: boolean;
            roles: components["schemas"]["UserRole"][];
            /** @description When a session of theirs was last used. */
            seenAt: string | null;
        };
        /** @description A link with which a user chooses a password, once. */
        UserLink: {
            /** @description Below the address of the application; it holds the secret, so hand it to this person alone. */
            path: string;
            expiresAt: string;
        };
        /** @description A user as others may know them. */
        UserName: {
            id: string;
            name: string;
            employee: string | null;
        };
        UserProposal: {
            employee: string;
            name: string;
            email: string | null;
            unit: string | null;
            login: string;
            roles: ("sales" | "manager" | "hr" | "executive" | "comp-admin" | "admin")[];
        };
        UserRole: {
            id: string;
            /** @enum {string} */
            role: "sales" | "manager" | "hr" | "executive" | "comp-admin" | "admin";
            /** @description Null: since ever. */
            from: string | null;
            /** @description Not included; null: for good. */
            until: string | null;
            /** @description In place of the reach the role has; null: as the role has it. */
            reach: ("own" | "reports" | "unit" | "units" | "all") | null;
        };
        /** @description Everything that documents and their formulas may name. */
        Vocabulary: {
            measures: {
                id: string;
                name: string;
                kind: string;
                unit: string;
                percent: boolean;
            }[];
            tables: {
                id: string;
                name: string;
                kind: string;
            }[];
            datasets: {
                id: string;
                name: string;
                builtIn: boolean;
                fields: {
                    id: string;
                    name: string;
                    type: string;
                    to: string | null;
                    choices: string[];
                }[];
            }[];
            /** @description Units that the company declares, besides money, percent, number and day. */
            units: {
                id: string;
                name: string;
            }[];
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
    listAccessRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The access roles and what each may. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessRole"][];
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
    listAudit: {
        parameters: {
            query?: {
                /** @description Rows of a page. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                user?: string;
                /** @description A command, or all that begin so: `user.` */
                command?: string;
                object?: string;
                /** @description Part of who, what, the object or the details. */
                q?: string;
                /** @description UTC. */
                from?: string;
                /** @description Included; UTC. */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The audit trail, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditEntry"][];
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
    checkAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Walk the chain of the audit trail and say where it breaks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditCheck"];
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
    listBacktests: {
        parameters: {
            query?: {
                /** @description Rows of a page. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Only those in which a draft of this scheme was tried out. */
                scheme?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The back-tests one asked for, the newest first; results are kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BacktestRow"][];
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
    startBacktest: {
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
                "application/json": components["schemas"]["BacktestAsked"];
            };
        };
        responses: {
            /** @description Try drafts of documents out on past periods: who would score, be graded and be paid differently, and what it would cost. Amounts only for who sees everybody’s pay. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobAsked"];
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
    getBacktest: {
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
            /** @description What a back-test found: distribution, grades, winners and losers, cost, and each person before and after. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backtest"];
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
    listComments: {
        parameters: {
            query: {
                /** @description `score/EMPLOYEE/PERIOD`, `target/EMPLOYEE/PERIOD`, `record/DATASET/ID`, `run/ID`, `person/EMPLOYEE`, `unit/UNIT`, `measure/ID`, `scheme/ID`, `incentive/ID`, `table/ID`, `dataset/ID`; each part percent-encoded. */
                object: string;
                /** @description Rows of a page. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Comments on an object one sees, the oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Comment"][];
                        /** @description `after` of the next page; null on the last one. */
                        next: string | null;
                        /** @description Rows on all pages; null where counting would cost too much. */
                        total: number | null;
                        mayWrite: boolean;
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
    addComment: {
        parameters: {
            query: {
                /** @description `score/EMPLOYEE/PERIOD`, `target/EMPLOYEE/PERIOD`, `record/DATASET/ID`, `run/ID`, `person/EMPLOYEE`, `unit/UNIT`, `measure/ID`, `scheme/ID`, `incentive/ID`, `table/ID`, `dataset/ID`; each part percent-encoded. */
                object: string;
            };
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
                    text: string;
                    /**
                     * @description Ids of users who are named; each of them must see the object.
                     * @default []
                     */
                    mentions?: string[];
                };
            };
        };
        responses: {
            /** @description Comment on an object one sees. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
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
    listMentionable: {
        parameters: {
            query: {
                /** @description `score/EMPLOYEE/PERIOD`, `target/EMPLOYEE/PERIOD`, `record/DATASET/ID`, `run/ID`, `person/EMPLOYEE`, `unit/UNIT`, `measure/ID`, `scheme/ID`, `incentive/ID`, `table/ID`, `dataset/ID`; each part percent-encoded. */
                object: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Users who see an object and can be named in a comment on it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            user: string;
                            name: string;
                            login: string;
                        }[];
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
    editComment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the version that is changed. */
                "If-Match"?: string;
            };
            path: {
                comment: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    /**
                     * @description Ids of users who are named; each of them must see the object.
                     * @default []
                     */
                    mentions?: string[];
                };
            };
        };
        responses: {
            /** @description Change a comment of one’s own. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
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
    deleteComment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                comment: string;
            };
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
    listDatasets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The datasets one may open, with how many records they hold. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DatasetRow"][];
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
    getDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A dataset: its fields, who its records belong to, which measures count them. Its version is the ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetDetail"];
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
    startExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                dataset: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportAsked"];
            };
        };
        responses: {
            /** @description Write the records that fit, all of them, into a file, as a job. Its result names the export. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobAsked"];
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
    listRecords: {
        parameters: {
            query?: {
                /** @description Rows of a page. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description A part of any text, or of the name of somebody a record names. */
                q?: string;
                /** @description JSON: [{"field", "op": "is" | "contains" | "from" | "until" | "empty", "value"}]. */
                filters?: string;
                /** @description First day the records count on. */
                from?: string;
                /** @description Last day, included. */
                until?: string;
                /** @description Whoever owns a record or has a share of it. */
                owner?: string;
                /** @description A field; the day where none is named. */
                sort?: string;
                order?: "asc" | "desc";
            };
            header?: never;
            path: {
                dataset: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Records of a dataset that one sees: those of people in reach; the newest day first unless told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Record"][];
                        /** @description `after` of the next page; null on the last one. */
                        next: string | null;
                        /** @description Rows on all pages; null where counting would cost too much. */
                        total: number | null;
                        /** @description Names of the employees that the records name. */
                        people: {
                            [key: string]: string;
                        };
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
    addRecord: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                dataset: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Field → text as people write it; empty for nothing. */
                    fields: {
                        [key: string]: string;
                    };
                    /** @description Why; it stands with the version. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Add a record by hand. It goes through every check of an import. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        record: string;
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
    getRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset: string;
                record: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A record with all its versions, who counts it, what it refers to and what refers to it, and the measures that count it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordDetail"];
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
    correctRecord: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                dataset: string;
                record: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Field → text as people write it; empty for nothing. */
                    fields: {
                        [key: string]: string;
                    };
                    /** @description Why; it stands with the version. */
                    reason: string;
                    /** @description `change` of the record as it was looked at. */
                    change: string;
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
    deleteRecord: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                dataset: string;
                record: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; it stands with the version. */
                    reason: string;
                    /** @description `change` of the record as it was looked at. */
                    change: string;
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
    uploadFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Send a CSV or XLSX file for a dataset. Nothing is imported yet. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
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
    listDelegations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delegations that hold or will: from and to oneself, or all for whoever manages users. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"][];
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
    addDelegation: {
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
                    /** @description The user who is away; oneself unless told. */
                    from?: string;
                    to: string;
                    fromDate: string;
                    /** @description Not included. */
                    untilDate: string;
                    /** @description All that can be handed on, unless told. */
                    permissions?: ("org.read" | "org.write" | "data.read" | "data.write" | "rating.read" | "rating.write" | "rule.read" | "rule.write" | "target.read" | "target.write" | "score.read" | "pay.read" | "pay.write" | "run.start" | "comment.write" | "user.manage" | "audit.read")[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Let somebody stand in for oneself, or for somebody else where one manages users. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
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
    listStandIns: {
        parameters: {
            query?: {
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Users who can stand in: of one’s unit, above and below; anybody for whoever manages users. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserName"][];
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
    endDelegation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                delegation: string;
            };
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
    listDocuments: {
        parameters: {
            query?: {
                kind?: "company" | "dataset" | "measure" | "table" | "scheme" | "incentive";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The documents in force: company, datasets, measures, tables, schemes, incentive plans. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DocumentRow"][];
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
    getDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "company" | "dataset" | "measure" | "table" | "scheme" | "incentive";
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document in force, as its author wrote it. Its version is the ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentDetail"];
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
    listDocumentVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "company" | "dataset" | "measure" | "table" | "scheme" | "incentive";
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every version of a document, the newest first, with what each changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DocumentVersion"][];
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
    getDocumentVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "company" | "dataset" | "measure" | "table" | "scheme" | "incentive";
                id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a version of a document said, in words too, who published it and why, and what it changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentVersionDetail"];
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
    withdrawDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                kind: "company" | "dataset" | "measure" | "table" | "scheme" | "incentive";
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Take a document out of force, where no other needs it. Its versions stay. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
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
    listDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is being written and not published yet. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DraftRow"][];
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
    checkDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    documents: components["schemas"]["DraftBody"][];
                };
            };
        };
        responses: {
            /** @description What is wrong with drafts, and what they change, laid over what is in force; nothing is stored. The checker and linter of `heng check`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        findings: components["schemas"]["DocumentFinding"][];
                        differences: {
                            /** @enum {string} */
                            kind: "company" | "dataset" | "measure" | "table" | "scheme" | "incentive";
                            id: string;
                            changes: components["schemas"]["DocumentDifference"][];
                        }[];
                        /** @description There is no error. */
                        publishable: boolean;
                        /** @description Of each measure that is right: what it is, in words. */
                        words: {
                            /** @enum {string} */
                            kind: "company" | "dataset" | "measure" | "table" | "scheme" | "incentive";
                            id: string;
                            text: string;
                        }[];
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
    effectOfCompany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The document as its author writes it; docs/schema has the schema of each kind. */
                    body: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description What publishing a drafted company would do to periods, amounts and days. Nothing is stored. Null where the draft cannot be read: the check says why. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyEffect"] | null;
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
    guessDataset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Propose a dataset for a CSV or XLSX file: fields with types, key, owner, date, references. Nothing is stored. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuessedDataset"];
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
    previewIncentive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The document as its author writes it; docs/schema has the schema of each kind. */
                    body: {
                        [key: string]: unknown;
                    };
                    /** @default [] */
                    documents?: components["schemas"]["DraftBody"][];
                };
            };
        };
        responses: {
            /** @description What a drafted incentive plan says and pays: its components in words and as compiled. Null while something is wrong with it; nothing is stored. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncentiveBody"] | null;
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
    previewMeasure: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The document as its author writes it; docs/schema has the schema of each kind. */
                    body: {
                        [key: string]: unknown;
                    };
                    /** @default [] */
                    documents?: components["schemas"]["DraftBody"][];
                    employee: string;
                    period: string;
                };
            };
        };
        responses: {
            /** @description What a drafted measure comes to for a person one may see, from the records there are; nothing is stored. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasurePreview"];
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
    publishDrafts: {
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
                    /**
                     * @description Why; it stands with the version.
                     * @default
                     */
                    note?: string;
                    drafts: {
                        /** @enum {string} */
                        kind: "company" | "dataset" | "measure" | "table" | "scheme" | "incentive";
                        id: string;
                        revision: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Publish several drafts that need each other: all of them or none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            kind: "company" | "dataset" | "measure" | "table" | "scheme" | "incentive";
                            id: string;
                            version: number;
                            /** @description It said what was in force already. */
                            same: boolean;
                        }[];
                        warnings: components["schemas"]["DocumentFinding"][];
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
    getDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "company" | "dataset" | "measure" | "table" | "scheme" | "incentive";
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft of a document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftDetail"] | null;
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
    saveDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the version that is changed. */
                "If-Match"?: string;
            };
            path: {
                kind: "company" | "dataset" | "measure" | "table" | "scheme" | "incentive";
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The document as its author writes it; docs/schema has the schema of each kind. */
                    body: {
                        [key: string]: unknown;
                    };
                    /** @description The revision that was changed; null: there was no draft. */
                    revision: number | null;
                    /** @description The version in force that its author has seen since; what it was begun from where not given. Null: a new document. */
                    basedOn?: number | null;
                };
            };
        };
        responses: {
            /** @description Save a draft, right or wrong: what was typed survives. 412 where somebody saved it meanwhile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revision: number;
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
    discardDraft: {
        parameters: {
            query?: {
                /** @description The revision that was looked at; whatever there is where not given. */
                revision?: number;
            };
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                kind: "company" | "dataset" | "measure" | "table" | "scheme" | "incentive";
                id: string;
            };
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
    publishDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                kind: "company" | "dataset" | "measure" | "table" | "scheme" | "incentive";
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Why; it stands with the version.
                     * @default
                     */
                    note?: string;
                    revision: number;
                };
            };
        };
        responses: {
            /** @description Publish a draft as the next version of its document. 422 with findings where it is wrong; warnings do not stop it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedDocument"];
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
    getEarnings: {
        parameters: {
            query: {
                /** @description Id of a period: `2026-Q1`. */
                period: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What each component of each plan came to in a period, of the people whose pay one sees. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Earnings"];
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
    exportEarnings: {
        parameters: {
            query: {
                /** @description Id of a period: `2026-Q1`. */
                period: string;
                incentive?: string;
                component?: string;
                format?: "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What everybody whose pay one sees was paid in a period, an amount a row with its currency and what it rests on: of all plans, of one, or of one component. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    listEarned: {
        parameters: {
            query: {
                /** @description Id of a period: `2026-Q1`. */
                period: string;
                /** @description Rows of a page. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                incentive: string;
                component?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who was paid what by a plan in a period, of the people whose pay one sees; the most first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PersonEarned"][];
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
    listenToEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream (server-sent events) of what changed: jobs, runs. It ends with the session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
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
    getExplanation: {
        parameters: {
            query: {
                /** @description Id of a period: `2026-Q1`. */
                period: string;
                /** @description `score`, `pay`, `measure:ID`, `line:ID` of the scheme, `component:ID` of a plan. */
                subject: string;
            };
            header?: never;
            path: {
                employee: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How a figure, the score or the pay of a person came about, worked out a second time from the records. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
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
    listExplanationRecords: {
        parameters: {
            query: {
                /** @description Id of a period: `2026-Q1`. */
                period: string;
                /** @description `score`, `pay`, `measure:ID`, `line:ID` of the scheme, `component:ID` of a plan. */
                subject: string;
                /** @description Rows of a page. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description `at` of the measure in the explanation. */
                at: string;
            };
            header?: never;
            path: {
                employee: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The records behind one measure of an explanation, page by page: those of people one may see. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CountedRecord"][];
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
    listExports: {
        parameters: {
            query?: {
                /** @description Rows of a page. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One’s own exports, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Export"][];
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
    downloadExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file of an export: one’s own, while one’s rights are those it was written with. No cell is a formula. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
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
    getFacts: {
        parameters: {
            query: {
                /** @description Id of a period: `2026-Q1`. */
                period: string;
            };
            header?: never;
            path: {
                employee: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a person’s score and pay rest on, for working them out again in the browser. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Facts"];
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
    listImports: {
        parameters: {
            query?: {
                /** @description Rows of a page. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                dataset?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Files that changed records, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Import"][];
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
    previewUndo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What taking an import back would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UndoPlan"];
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
    undoImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                import: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Take an import back, as a job: what it made is deleted, what it changed gets its earlier content, as new versions. What was changed since stays. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobAsked"];
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
    listIncentives: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Incentive plans with whom they are for, from when, and what they pay. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incentives"];
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
    getIncentive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An incentive plan: its components in words and as compiled, and the tables they read. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incentive"];
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
    getDeals: {
        parameters: {
            query: {
                /** @description Id of a period: `2026-Q1`. */
                period: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The largest records of the last day that the main measure of a period adds up. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deals"];
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
    getDistribution: {
        parameters: {
            query: {
                /** @description Id of a period: `2026-Q1`. */
                period: string;
                /** @description Those of that unit and the units below it. */
                unit?: string;
                /** @description That person alone. */
                employee?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the scores and grades of a period are spread. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Distribution"];
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
    getFunnels: {
        parameters: {
            query: {
                /** @description Id of a period: `2026-Q1`. */
                period: string;
                /** @description Those of that unit and the units below it. */
                unit?: string;
                /** @description That person alone. */
                employee?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Records that began in a period, by the stage they reached. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Funnels"];
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
    getOutlook: {
        parameters: {
            query: {
                /** @description Id of a period: `2026-Q1`. */
                period: string;
                /** @description Those of that unit and the units below it. */
                unit?: string;
                /** @description That person alone. */
                employee?: string;
                /** @description One of `measures`; the main one unless told. */
                measure?: string;
                /** @description Records after it do not count: how it looked on that day. Today unless told, or the last day with records. */
                day?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a result may come to by the end of a period, with a range, and how it has grown so far. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outlook"];
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
    getTrend: {
        parameters: {
            query: {
                /** @description Id of a period: `2026-Q1`. */
                period: string;
                /** @description Those of that unit and the units below it. */
                unit?: string;
                /** @description That person alone. */
                employee?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A group over the computed periods up to one: scores, results against targets, pay. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trend"];
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
    exportInsight: {
        parameters: {
            query: {
                /** @description Id of a period: `2026-Q1`. */
                period: string;
                /** @description Those of that unit and the units below it. */
                unit?: string;
                /** @description That person alone. */
                employee?: string;
                sheet: "trend" | "scores" | "grades" | "outlook" | "costs" | "funnel";
                /** @description One of `measures`; the main one unless told. */
                measure?: string;
                /** @description Records after it do not count: how it looked on that day. Today unless told, or the last day with records. */
                day?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures behind a chart as an XLSX file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One’s own keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"][];
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
    addKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    scopes: ("org.read" | "org.write" | "data.read" | "data.write" | "rating.read" | "rating.write" | "rule.read" | "rule.write" | "target.read" | "target.write" | "score.read" | "pay.read" | "pay.write" | "run.start" | "comment.write" | "user.manage" | "audit.read")[];
                    /** @default 90 */
                    days?: number;
                };
            };
        };
        responses: {
            /** @description Make a key. `token` is told this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: components["schemas"]["ApiKey"];
                        token: string;
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
    revokeKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                key: string;
            };
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
    listMeasures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The indicator library: every measure in words, with where it is used. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MeasureRow"][];
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
    getMeasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                measure: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A measure: its definition in words and as its author wrote it, what it is made of, and what uses it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasureDetail"];
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
    listNotifications: {
        parameters: {
            query?: {
                /** @description Rows of a page. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                unread?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What one was told, the newest first, and how much of it is unread (at most 100 are counted). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Notification"][];
                        /** @description `after` of the next page; null on the last one. */
                        next: string | null;
                        /** @description Rows on all pages; null where counting would cost too much. */
                        total: number | null;
                        unread: number;
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
    readNotifications: {
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
                    /** @default [] */
                    ids?: string[];
                    /** @default null */
                    upTo?: string | null;
                };
            };
        };
        responses: {
            /** @description Mark notifications of one’s own as read: those named, and all up to one. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        marked: number;
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
    getNotificationSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What one wants to be told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationSettings"];
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
    setNotificationSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the version that is changed. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationSettings"];
            };
        };
        responses: {
            /** @description Choose what one wants to be told. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationSettings"];
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
    getOrgChoices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Units, roles and positions to choose from. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgChoices"];
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
    getOverview: {
        parameters: {
            query: {
                /** @description Id of a period: `2026-Q1`. */
                period: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Units side by side in a period: people, scores, pay, and what pay is set against. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultsOverview"];
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
    listPayItems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pay items of everybody whose pay one sees, each with the days it holds; and the names of items, those that plans read first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PayItem"][];
                        names: {
                            item: string;
                            /** @description An incentive plan reads it. */
                            read: boolean;
                        }[];
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
    changePayItems: {
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
                    edits: components["schemas"]["PayEdit"][];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Set pay items: all of them or none. What somebody else changed meanwhile is refused with who and when. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: number;
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
    previewPayFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description What a CSV or XLSX file with the columns of pay.csv would change. Nothing is stored; amounts that the file lacks stay. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayFilePreview"];
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
    getPayItemHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                employee: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who changed somebody’s pay items, when, from what to what, and why; the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PayItemChange"][];
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
    getPay: {
        parameters: {
            query: {
                /** @description Id of a period: `2026-Q1`. */
                period: string;
            };
            header?: never;
            path: {
                employee: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a person earned in a period, component by component, with how each amount came about. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pay"];
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
    listPeople: {
        parameters: {
            query?: {
                /** @description Rows of a page. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description The day to look at; today unless told. */
                on?: string;
                /** @description Part of the id, the name, another spelling, the address or the position. */
                q?: string;
                /** @description This unit and all below it. */
                unit?: string;
                role?: string;
                state?: "here" | "coming" | "gone" | "all";
                sort?: "id" | "name" | "unit" | "from";
                order?: "asc" | "desc";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People one sees, as on a day. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PersonRow"][];
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
    hirePerson: {
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
                    id: string;
                    name: string;
                    /** @default  */
                    email?: "" | string;
                    /** @description The first day it holds. */
                    from: string;
                    /** @description Id; empty: none from then on; left out: as it is. */
                    unit?: string;
                    /** @description Id; empty: none from then on; left out: as it is. */
                    position?: string;
                    /** @description Id; empty: none from then on; left out: as it is. */
                    role?: string;
                    /** @description Id; empty: none from then on; left out: as it is. */
                    manager?: string;
                    /** @description Id; empty: none from then on; left out: as it is. */
                    sponsor?: string;
                };
            };
        };
        responses: {
            /** @description Somebody begins on a day. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        employee: string;
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
    previewHire: {
        parameters: {
            query: {
                id: string;
                name: string;
                email?: "" | string;
                /** @description The first day it holds. */
                from: string;
                /** @description Id; empty: none from then on; left out: as it is. */
                unit?: string;
                /** @description Id; empty: none from then on; left out: as it is. */
                position?: string;
                /** @description Id; empty: none from then on; left out: as it is. */
                role?: string;
                /** @description Id; empty: none from then on; left out: as it is. */
                manager?: string;
                /** @description Id; empty: none from then on; left out: as it is. */
                sponsor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What hiring somebody would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonEffect"];
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
    getLineTree: {
        parameters: {
            query?: {
                /** @description The day to look at; today unless told. */
                on?: string;
                line?: "reporting" | "sponsor";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reporting or sponsor tree on a day, as far as one sees it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LineNode"][];
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
    importPeople: {
        parameters: {
            query?: {
                /** @description How the file is to be read, as JSON: columns (field → column), encoding, delimiter, sheet. */
                choices?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Import a CSV or XLSX file of people: all of it, or nothing where something is wrong. Those without a row stay as they are. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleReport"];
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
    previewPeople: {
        parameters: {
            query?: {
                /** @description How the file is to be read, as JSON: columns (field → column), encoding, delimiter, sheet. */
                choices?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description A CSV or XLSX file of people as it will be read, and what importing it would do. Nothing is changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeoplePreview"];
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
    getPerson: {
        parameters: {
            query?: {
                /** @description The day to look at; today unless told. */
                on?: string;
            };
            header?: never;
            path: {
                employee: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One person: assignments and lines with days, who reports to them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDetail"];
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
    correctPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                employee: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    email?: "" | string;
                    /**
                     * @description Files may go on using the old name.
                     * @default false
                     */
                    keepName?: boolean;
                    /** @description `change` of the person as they were looked at. */
                    change: string;
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
    previewLeave: {
        parameters: {
            query: {
                /** @description The last day of work. */
                lastDay: string;
                /** @description Whom those who report to the person report to afterwards; empty: nobody; left out: whomever the person reported to. */
                reportsTo?: string;
            };
            header?: never;
            path: {
                employee: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What somebody’s leaving would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonEffect"];
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
    leavePerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                employee: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The last day of work. */
                    lastDay: string;
                    /** @description Whom those who report to the person report to afterwards; empty: nobody; left out: whomever the person reported to. */
                    reportsTo?: string;
                    /** @description `change` of the person as they were looked at. */
                    change: string;
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
    previewTransfer: {
        parameters: {
            query: {
                /** @description The first day it holds. */
                from: string;
                /** @description Id; empty: none from then on; left out: as it is. */
                unit?: string;
                /** @description Id; empty: none from then on; left out: as it is. */
                position?: string;
                /** @description Id; empty: none from then on; left out: as it is. */
                role?: string;
                /** @description Id; empty: none from then on; left out: as it is. */
                manager?: string;
                /** @description Id; empty: none from then on; left out: as it is. */
                sponsor?: string;
            };
            header?: never;
            path: {
                employee: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a transfer would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonEffect"];
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
    transferPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                employee: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The first day it holds. */
                    from: string;
                    /** @description Id; empty: none from then on; left out: as it is. */
                    unit?: string;
                    /** @description Id; empty: none from then on; left out: as it is. */
                    position?: string;
                    /** @description Id; empty: none from then on; left out: as it is. */
                    role?: string;
                    /** @description Id; empty: none from then on; left out: as it is. */
                    manager?: string;
                    /** @description Id; empty: none from then on; left out: as it is. */
                    sponsor?: string;
                    /** @description `change` of the person as they were looked at. */
                    change: string;
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
    listPeriods: {
        parameters: {
            query?: {
                /** @description Of this kind; without it months, quarters, years and every kind in use but days. */
                kind?: "day" | "week" | "month" | "quarter" | "half" | "year";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Periods to choose from: around the records and around today, with the newest run of each. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Periods"];
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
    getProgram: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The checked rules in force, for the engine in the browser. Changes only with the documents: ask with If-None-Match. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Program"];
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
    getRanking: {
        parameters: {
            query: {
                /** @description Id of a period: `2026-Q1`. */
                period: string;
                /** @description Rows of a page. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Id of a measure, or `score`. */
                measure?: string;
                /** @description improvement: in proportion, so that who is small can win; in points for scores and percentages. */
                by?: "value" | "improvement";
                /** @description Only who held that role last in the period. */
                role?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People ranked by a measure or the score, by what it is or by how it improved on the period before. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ranking"];
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
    listRates: {
        parameters: {
            query?: {
                /** @description Rows of a page. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Exchange rates into the currency of the company, the latest day first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Rate"][];
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
    changeRate: {
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
                    currency: string;
                    day: string;
                    /** @description The rate that was seen there; null: none. */
                    seen: string | null;
                    /** @description As people write it; empty: none from then on. */
                    to: string;
                };
            };
        };
        responses: {
            /** @description Set, replace or take away the rate of a currency from a day on. What somebody else changed meanwhile is refused. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rate: string | null;
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
    listRatingSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where scores of ratings come from: the sources of ratings in force, and those of the scores there are for who may read them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RatingSource"][];
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
    listRuns: {
        parameters: {
            query?: {
                /** @description Rows of a page. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Id of a period: `2026-Q1`. */
                period?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Runs, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RunListed"][];
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
    startRun: {
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
                    /** @description Id of a period: `2026-Q1`. */
                    period: string;
                };
            };
        };
        responses: {
            /** @description Ask for a run of a period. Where one waits already it is that one; where nothing has changed since the newest run, its result is that run. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobAsked"];
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
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One run: when, by whom, from what, how many people. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
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
    compareRuns: {
        parameters: {
            query?: {
                /** @description Rows of a page. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                run: string;
                other: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What differs in a run against an earlier one (`other`) of the same period, the largest moves first, and which records, documents and people’s dates changed in between. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunComparison"];
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
    listSchemes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every scheme in force, each of its editions, with whom it is for and what the checker warns of. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SchemeRow"][];
                        /** @description Every role that somebody holds today. */
                        roles: components["schemas"]["RoleShown"][];
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
    getScheme: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scheme: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A scheme: lines, rules in words and as data, weights, grades, editions, and what the checker warns of. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchemeShown"];
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
    listSchemePeople: {
        parameters: {
            query?: {
                /** @description Rows of a page. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                scheme: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The people whom a scheme is for today by their role, as far as one may see them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SchemePerson"][];
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
    getScoreboard: {
        parameters: {
            query: {
                /** @description Id of a period: `2026-Q1`. */
                period: string;
                /** @description Rows of a page. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                sort?: "score" | "change" | "pay" | "name";
                /** @description Descending for numbers and ascending for names unless told; people without a value come last. */
                order?: "asc" | "desc";
                /** @description In that unit or below it, at the end of the period. */
                unit?: string;
                role?: string;
                /** @description Id of the scheme’s document. */
                scheme?: string;
                grade?: string;
                /** @description Scores of at least so much. */
                from?: string;
                /** @description Scores below. */
                below?: string;
                /** @description Part of a name or an id. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everybody one may see with score, grade and pay in a period, as its newest run computed them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scoreboard"];
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
    getScoreboardChoices: {
        parameters: {
            query: {
                /** @description Id of a period: `2026-Q1`. */
                period: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the scoreboard of a period can be filtered by, among the people one sees. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoreboardChoices"];
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
    exportScoreboard: {
        parameters: {
            query: {
                /** @description Id of a period: `2026-Q1`. */
                period: string;
                sort?: "score" | "change" | "pay" | "name";
                order?: "asc" | "desc";
                unit?: string;
                role?: string;
                scheme?: string;
                grade?: string;
                from?: string;
                below?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scoreboard as an XLSX file: everybody who passes the filter, in the order asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    getScore: {
        parameters: {
            query: {
                /** @description Id of a period: `2026-Q1`. */
                period: string;
            };
            header?: never;
            path: {
                employee: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The score of a person in a period, line by line, with the rule of each in words. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Score"];
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
    leaveForOidc: {
        parameters: {
            query?: {
                back?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Send the browser to the other sign-in service. `back` is where it goes in the end. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
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
    comeBackFromOidc: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the other sign-in service sends the browser. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
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
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where one is signed in oneself. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionInfo"][];
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
    endOtherSessions: {
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
            /** @description End all one’s own sessions but this one. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
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
    endSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                session: string;
            };
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
    listStandings: {
        parameters: {
            query: {
                /** @description Id of a period: `2026-Q1`. */
                period: string;
                /** @description Rows of a page. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description That person alone. */
                employee?: string;
                /** @description Those of that unit and the units below it. */
                unit?: string;
                /** @description Only who has no score. */
                lacking?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How everybody one sees stands in a period, line by line; those who most need help first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Standings"];
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
    getStart: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far the company is on its way to its first score: what is there, what is missing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartState"];
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
    beginCompany: {
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
                "application/json": components["schemas"]["CompanyToBegin"];
            };
        };
        responses: {
            /** @description Begin a company: its name, currency and calendar, and the rules of templates, published as `heng apply` does. Only while it has no rules. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartState"];
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
    listTables: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rate tables: tiers, curves and lookups that formulas read, with who reads them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateTables"];
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
    getTable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                table: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A rate table, with who reads it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateTableDetail"];
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
    getTargets: {
        parameters: {
            query?: {
                /** @description With `year`: this measure over the year, its quarters and months. */
                measure?: string;
                year?: string;
                /** @description Instead: everything that is asked in this period. */
                period?: string;
                level?: "target" | "stretch" | "challenge";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The targets of everybody one sees, as a matrix. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetMatrix"];
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
    changeTargets: {
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
                    edits: components["schemas"]["TargetEdit"][];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Set targets, cell by cell: all of them or none. What somebody else changed meanwhile is refused with who and when. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetsChanged"];
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
    getTargetChoices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The measures that targets can be set for, those with most targets first, and the years to choose from. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        measures: components["schemas"]["TargetMeasure"][];
                        years: {
                            id: string;
                            /** @enum {string} */
                            kind: "day" | "week" | "month" | "quarter" | "half" | "year";
                            from: string;
                            last: string;
                        }[];
                        /** @description The year that holds today. */
                        current: string | null;
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
    downloadTargets: {
        parameters: {
            query?: {
                /** @description With `year`: this measure over the year, its quarters and months. */
                measure?: string;
                year?: string;
                /** @description Instead: everything that is asked in this period. */
                period?: string;
                format?: "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Targets as a file with the columns of targets.csv: of a matrix, or all that one sees. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    previewTargetFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description What a CSV or XLSX file with the columns of targets.csv would change. Nothing is stored. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetFilePreview"];
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
    getTargetHistory: {
        parameters: {
            query: {
                measure: string;
                period: string;
            };
            header?: never;
            path: {
                employee: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who changed a target, when, from what to what, and why; the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TargetChange"][];
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
    listTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The templates that ship with the program. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Template"][];
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
    downloadTemplateFile: {
        parameters: {
            query: {
                name: string;
            };
            header?: never;
            path: {
                template: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file of a template to fill in, as CSV that Excel opens with its characters right. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
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
    listUnits: {
        parameters: {
            query?: {
                /** @description The day to look at; today unless told. */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tree of units on a day. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UnitRow"][];
                        /** @description Whether the company keeps a list of its units; otherwise rows of people make them. */
                        kept: boolean;
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
    createUnit: {
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
                    id: string;
                    name: string;
                    /**
                     * @description Id of the unit above; empty: none.
                     * @default
                     */
                    parent?: string;
                    /**
                     * @description The first day below it; empty: since ever.
                     * @default
                     */
                    from?: "" | string;
                };
            };
        };
        responses: {
            /** @description A unit that was not there. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unit: string;
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
    importUnits: {
        parameters: {
            query?: {
                /** @description How the file is to be read, as JSON: columns (field → column), encoding, delimiter, sheet. */
                choices?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Import a CSV or XLSX file of units: all of it, or nothing where something is wrong. Those without a row stay as they are. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitsReport"];
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
    previewUnits: {
        parameters: {
            query?: {
                /** @description How the file is to be read, as JSON: columns (field → column), encoding, delimiter, sheet. */
                choices?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description A CSV or XLSX file of units as it will be read, and what importing it would do. Nothing is changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitsPreview"];
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
    getUnit: {
        parameters: {
            query?: {
                /** @description The day to look at; today unless told. */
                on?: string;
            };
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A unit: its place on a day, and where it was and will be. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitDetail"];
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
    renameUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description `change` of the unit as it was looked at. */
                    change: string;
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
    previewUnitClose: {
        parameters: {
            query: {
                /** @description The first day on which the unit is no more. */
                from: string;
                /** @description Id of the unit that takes over its people and the units below; left out: the one right above. */
                to?: string;
            };
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What closing a unit would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CloseEffect"];
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
    closeUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The first day on which the unit is no more. */
                    from: string;
                    /** @description Id of the unit that takes over its people and the units below; left out: the one right above. */
                    to?: string;
                    /** @description `change` of the unit as it was looked at. */
                    change: string;
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
    previewUnitMove: {
        parameters: {
            query: {
                /** @description The first day it holds. */
                from: string;
                /** @description Id of the unit above; empty: none from then on. */
                parent: string;
            };
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a move of a unit would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitEffect"];
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
    moveUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The first day it holds. */
                    from: string;
                    /** @description Id of the unit above; empty: none from then on. */
                    parent: string;
                    /** @description `change` of the unit as it was looked at. */
                    change: string;
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
    getUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file that was sent, with the report of its import. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
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
    downloadBadRows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All bad rows of an import as CSV: line, column, value, reason, cure, and the row itself. No cell is a formula. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
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
    startImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportChoices"];
            };
        };
        responses: {
            /** @description Import a file that was sent, as a job; the report stands with the upload when it is done. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobAsked"];
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
    previewUpload: {
        parameters: {
            query?: {
                /** @description ImportChoices as JSON. */
                choices?: string;
            };
            header?: never;
            path: {
                upload: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The first rows of a file that was sent, as an import with these choices would read them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
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
    listUsers: {
        parameters: {
            query?: {
                /** @description Rows of a page. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Users in order of their logins. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["User"][];
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
    addUser: {
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
                    name: string;
                    email?: string | null;
                    employee?: string | null;
                    /** @default [] */
                    roles?: {
                        /** @enum {string} */
                        role: "sales" | "manager" | "hr" | "executive" | "comp-admin" | "admin";
                        /** @description Today unless told. */
                        from?: string;
                        /** @description Not included; for good unless told. */
                        until?: string | null;
                        /** @description In place of the reach the role has, for what is about people. */
                        reach?: ("own" | "reports" | "unit" | "units" | "all") | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Make a user, with a link for choosing a password. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: components["schemas"]["User"];
                        link: components["schemas"]["UserLink"];
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
    listUserProposals: {
        parameters: {
            query?: {
                /** @description Rows of a page. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People who work here and are no users yet, with the roles they would be given. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UserProposal"][];
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
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
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
    changeUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    email?: string | null;
                    employee?: string | null;
                    disabled?: boolean;
                };
            };
        };
        responses: {
            /** @description Change a user, or disable them: they are out at once. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
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
    listUserKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Keys of a user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"][];
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
    makeUserLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Make a link with which the user chooses a password; earlier ones are void. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserLink"];
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
    giveRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role: "sales" | "manager" | "hr" | "executive" | "comp-admin" | "admin";
                    /** @description Today unless told. */
                    from?: string;
                    /** @description Not included; for good unless told. */
                    until?: string | null;
                    /** @description In place of the reach the role has, for what is about people. */
                    reach?: ("own" | "reports" | "unit" | "units" | "all") | null;
                };
            };
        };
        responses: {
            /** @description Give a user a role. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
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
    takeRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                user: string;
                role: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a role back, at once. `role` is the id of what the user was given. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
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
    listUserSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where a user is signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionInfo"][];
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
    endUserSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: carried out once, answered the same. */
                "Idempotency-Key"?: string;
            };
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End all sessions of a user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
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
    getVocabulary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The names that formulas and documents may use: measures, rate tables, datasets with their fields, units. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vocabulary"];
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
}
