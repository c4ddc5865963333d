// Made from the program by `npm run types`; it is not to be changed by hand.

export interface paths {
    "/api/government": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Name, zone and clock of the government. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Government"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verify/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was published of a document, by the code on its pages. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Document"];
                    };
                };
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Is the PDF in the body (at most 2 MiB) one that was issued, and as it was issued? */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DocumentVerdict"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 200 when the board is ready, 503 before. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Health"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures for Prometheus; counts only. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain": string;
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignIn"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpenedSession"];
                    };
                };
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        /** Sign out. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
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
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change one's own password. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewPassword"];
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
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wall-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A wall asks for a code to be connected by. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WallCode"];
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/wall-codes/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A wall asks whether its code was accepted. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WallClaim"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not yet. */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/walls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The walls that are connected. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WallList"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        /** Accept a wall by its six digits. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WallConnection"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Wall"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/walls/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Disconnect a wall. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
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
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Today's figures: counts, never names. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Board"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/board/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Today's figures as they change (server-sent events). */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Agencies in the order of the tree. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Agency"][];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/{agency}/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sheet of an agency and everything below it. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    agency: string;
                    day: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sheet"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{number}/days/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a person's day stands as it does. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
                    day: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Day"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts over a day, a range or a month. */
        get: {
            parameters: {
                query: {
                    date: string;
                    to?: string;
                    month?: boolean;
                    agency?: string;
                    format?: "json" | "csv";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Recap"];
                        "text/csv": string;
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/punches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Punches in the order they were recorded. */
        get: {
            parameters: {
                query?: {
                    after?: number;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PunchPage"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/doubtful-punches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Punches whose clock cannot be right, with what was decided. */
        get: {
            parameters: {
                query?: {
                    decided?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DoubtfulPunchList"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept doubtful punches at their true times, refuse them, or take that back. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewReview"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Reviewed"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/terminals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Terminals and how they are. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TerminalList"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/terminals/pending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Terminals that wait for approval. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PendingTerminalList"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/terminals/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened at terminals that somebody should see. */
        get: {
            parameters: {
                query?: {
                    audit?: boolean;
                    before?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TerminalReportPage"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/terminals/{serial}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a terminal in, at an agency. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serial: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TerminalApproval"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Terminal"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/terminals/{serial}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do not let a terminal in. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serial: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["TerminalEnd"];
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
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/terminals/{serial}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A terminal is out of service. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serial: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["TerminalEnd"];
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
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/terminals/{serial}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Move or rename a terminal, or correct its model. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serial: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["TerminalChange"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Terminal"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        trace?: never;
    };
    "/api/terminals/{serial}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a terminal was told to do, and what came of it. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serial: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrderList"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        /** Tell a terminal to do something at its next poll. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    serial: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewOrder"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Order"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verify-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which method each verify code means, by model. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VerifyCodeList"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verify-codes/{model}/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say which method a model means by a code. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    model: string;
                    code: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VerifyCodeMethod"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VerifyCodePut"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/unmapped-pins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** PINs that mean nobody, with likely owners. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UnmappedPinList"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whose a PIN is. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewEnrolment"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Enrolment"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leave, sickness, permits, duty travel and study on record. */
        get: {
            parameters: {
                query?: {
                    number?: string;
                    reference?: string;
                    from?: string;
                    to?: string;
                    recorded_at?: string;
                    withdrawn?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LeaveList"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leave/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take leave back: a person's, a letter's, or what one file brought. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["LeaveWithdrawal"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LeaveList"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patterns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Working patterns with their hours: the program's and the government's own. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PatternList"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        /** Record a working pattern of the government's own, or correct one. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewPattern"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PatternList"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows that could not be read, with their bytes. */
        get: {
            parameters: {
                query?: {
                    before?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuarantinePage"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Inspections, and the day that the program proposes for the next. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionList"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        /** Plan an inspection. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewInspection"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Inspection"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An inspection as everybody may see it: counts, never names. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionRoom"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        /** Change the plan before the session is opened. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewInspection"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Inspection"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        post?: never;
        /** Withdraw an inspection that was not opened; it stays on record. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Inspection"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller may do in this inspection. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionMe"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An inspection as it goes on: counts, never names (server-sent events). */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/agencies/{agency}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An agency of the roll call with its people: for its head, the team and the leader. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                    agency: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionEvidence"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said about the caller. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionOwn"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        /** Answer what was said about the caller. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InspectionNewNote"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionOwn"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/own/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said about the caller, in all inspections. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnInspections"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name a member of the team, or an official who is present. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewInspectionMember"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionRoom"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open the session; the figures are frozen. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["InspectionOpening"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionRoom"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close the session. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["InspectionClosing"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionRoom"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call an agency; the call before ends. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InspectionCall"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionRoom"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/turns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what became of a call. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InspectionTurn"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionRoom"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Order the agencies by a rule, or move one. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["InspectionOrder"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionRoom"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer the call of one's agency. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InspectionAnswer"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionRoom"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** State an agency's figures. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewInspectionStatement"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionRoom"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a statement that the team entered. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InspectionConfirmation"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionRoom"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say by classes why people are missing. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InspectionReasons"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionRoom"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/manual-recaps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter the figures of a signed recap on paper; it is locked then. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ManualRecap"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionRoom"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/manual-recaps/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm the figures that the team read off a signed recap. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RecapConfirming"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionRoom"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/agencies/{agency}/recap-pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a page of the signed recap: the body is a PDF, JPEG or PNG of at most 2 MiB. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                    agency: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionRoom"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/agencies/{agency}/recap-pages/{paper}/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of the signed recap, as it was photographed. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                    agency: string;
                    paper: number;
                    page: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/jpeg": string;
                        "image/png": string;
                        "application/pdf": string;
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note something for the leader and the team. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InspectionNewNote"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionRoom"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/instructions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Instruct an agency, or all. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewInspectionInstruction"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionRoom"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/instructions/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how an instruction stands. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                    item: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InspectionInstructionChange"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionRoom"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/programmes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how a programme goes. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewInspectionProgramme"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionRoom"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/press": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text for the press, with the machine's figures. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionPress"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/written-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reports in writing that were asked for: for the team all, for a head its own. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionReports"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        /** Ask agencies for a report in writing. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["InspectionReportsAsked"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionReports"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/written-reports/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reports in writing came, or are reminded of. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InspectionWrittenReport"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionReports"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/written-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reports in writing that the caller's agency owes, over all inspections. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwedReports"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that the minutes say, as tables, once the session is closed; as CSV machine, statement and signed recap. */
        get: {
            parameters: {
                query?: {
                    format?: "json" | "csv";
                };
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionMinutes"];
                        "text/csv": string;
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole log of the inspection, with names. */
        get: {
            parameters: {
                query?: {
                    format?: "json" | "csv";
                };
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionActs"];
                        "text/csv": string;
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The minutes that were issued, with older versions. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionPapers"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        /** Issue the minutes as a sealed PDF: 201 for new ones, 200 when those in force still hold. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["InspectionMinutesIssue"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionPapers"];
                    };
                };
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionPapers"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/papers/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A paper as it was issued. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                    document: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/papers/{document}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was filed last beside a paper. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                    document: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "image/jpeg": string;
                        "image/png": string;
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        /** File the page that was signed in ink (PDF, JPEG, PNG), or the PDF of a certified provider: the body, at most 2 MiB. */
        post: {
            parameters: {
                query: {
                    kind: "scan" | "certified";
                };
                header?: never;
                path: {
                    inspection: string;
                    document: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionPapers"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/papers/{document}/copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was filed beside a paper, with who filed it and the hash of the file. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                    document: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionPaperCopies"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/papers/{document}/copies/{copy}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                    document: string;
                    copy: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "image/jpeg": string;
                        "image/png": string;
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/papers/{document}/qr": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The QR code at the foot of its pages. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                    document: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/svg+xml": string;
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/follow-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is unexplained, and the path that an official chose: for the team all, for a head its own. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionFollowUps"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        /** The path that an official chooses for people who are unexplained. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InspectionFollowUp"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionFollowUps"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/after": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Amendments, what became of instructions, how long it took: for the team all, for a head its own. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionAfter"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A dated correction of the minutes. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewInspectionAmendment"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionAfter"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who read names and reasons in it, once a day for each account. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionNameReadings"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/recording": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was recorded of the session: films, who is in them, the calls as chapters. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionRecording"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/recording/{film}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A film of the recording, or the part of it that Range asks for. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                    film: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "video/webm": string;
                        "video/mp4": string;
                        "audio/ogg": string;
                    };
                };
                /** @description Done. */
                206: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "video/webm": string;
                        "video/mp4": string;
                        "audio/ogg": string;
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who answers for an agency in its head's place, now or later. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DelegationList"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        /** Name who answers for an agency in its head's place. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewDelegation"];
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
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inspections/{inspection}/ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A ticket into the room of video of an open session. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    inspection: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InspectionTicket"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/video": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the video server is, and what it carries. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Video"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter a room of video with a ticket. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    room: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RoomTicket"];
                };
            };
            responses: {
                /** @description Done. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["JoinedRoom"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room}/members/{member}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Leave a room. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    room: string;
                    member: string;
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
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room}/members/{member}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happens in the room (server-sent events). */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    room: string;
                    member: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room}/members/{member}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send sound and pictures: an offer, for an answer. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    room: string;
                    member: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RoomOfferBody"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RoomAnswer"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        /** Send nothing any more. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    room: string;
                    member: string;
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
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room}/members/{member}/watch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive what others send: wishes, for an offer. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    room: string;
                    member: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["RoomWishes"];
                };
            };
            responses: {
                /** @description Done. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RoomOffer"];
                    };
                };
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room}/members/{member}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The answer to that offer. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    room: string;
                    member: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RoomAnswerBody"];
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
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room}/members/{member}/layers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How much of each received stream to send. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    room: string;
                    member: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RoomLayers"];
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
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room}/members/{member}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A way through the network to the browser. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    room: string;
                    member: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RoomCandidate"];
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
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room}/members/{member}/hand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Raise or lower one's hand. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    room: string;
                    member: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RoomHand"];
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
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room}/members/{member}/sayings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write to all in the room. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    room: string;
                    member: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RoomSaying"];
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
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room}/members/{member}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Still here, and how the link is: at least every 30 seconds. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    room: string;
                    member: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RoomPresence"];
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
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{room}/members/{member}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a moderator tells somebody, or all others. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    room: string;
                    member: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RoomOrder"];
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
                401: components["responses"]["Problem"];
                403: components["responses"]["Problem"];
                404: components["responses"]["Problem"];
                422: components["responses"]["Problem"];
                default: components["responses"]["Problem"];
            };
        };
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
        Problem: {
            /** @description Always about:blank: the code says which problem it is. */
            type: string;
            /** @description What the code means. */
            title: string;
            /** @description The HTTP status. */
            status: number;
            /** @description What is wrong this time, for whoever can repair it. */
            detail?: string;
            /** @description A word that stays the same. */
            code: string;
            /** @description The field at fault. */
            field?: string;
        };
        Government: {
            /** @description Full name. */
            name: string;
            /** @description Name on walls. */
            short: string;
            /** @description WIB, WITA or WIT. */
            zone: string;
            /**
             * Format: date-time
             * @description The server's clock.
             */
            now: string;
            /** @description How fast that clock goes; 1 but in a replay. */
            speed: number;
            /** @description Of the program. */
            version: string;
        };
        Document: {
            /** @description On each page of it. */
            code: string;
            /** @description Whose document it is. */
            government: string;
            /** @description minutes, recap. */
            kind: string;
            /** @description What it is. */
            title: string;
            /** @description What it is about. */
            about?: string;
            /** @description Its number. */
            number?: string;
            /** @description As which its signer signed. */
            position?: string;
            /**
             * Format: date-time
             * @description When it was signed.
             */
            issued_at: string;
            /**
             * @description How it was signed.
             * @enum {string}
             */
            signature: "own" | "wet_ink" | "certified";
            /**
             * @description How it stands now.
             * @enum {string}
             */
            status: "valid" | "superseded" | "withdrawn";
            /** @description Code of what has taken its place. */
            successor?: string;
            /** @description Why it was withdrawn. */
            reason?: string;
            /** @description BLAKE2b-256 of the file, in hexadecimal. */
            digest: string;
            /** @description Of the file. */
            bytes: number;
            /**
             * Format: date-time
             * @description When this was asked.
             */
            checked_at: string;
            /** @description The figures, as the paper has them. */
            summary: components["schemas"]["DocumentSummary"];
        };
        DocumentVerdict: {
            /**
             * @description What can be said of it.
             * @enum {string}
             */
            finding: "genuine" | "superseded" | "withdrawn" | "not_sealed" | "changed" | "unknown_key" | "unknown_code" | "distrusted_key";
            /** @description What the register holds under the code of its seal. */
            document?: components["schemas"]["Document"];
        };
        Health: {
            /** @description ok */
            status: string;
            /** @description Last durable position of the log. */
            recorded: number;
            /** @description The position that the board has judged. */
            shown: number;
            /** @description The video server; without it everything else is well all the same. */
            video: components["schemas"]["Video"];
        };
        SignIn: {
            /** @description NIP or account name. */
            account: string;
            /**
             * Format: password
             * @description The password.
             */
            password: string;
        };
        OpenedSession: {
            /** @description Who signed in. */
            account: components["schemas"]["Account"];
            /**
             * Format: date-time
             * @description When the session ends by itself.
             */
            expires_at: string;
        };
        Session: {
            /** @description Of the account. */
            name: string;
            /**
             * @description Which permissions it has.
             * @enum {string}
             */
            role: "admin" | "kominfo" | "bkpsdm" | "leader" | "delegate" | "sidak_team" | "head" | "deputy" | "operator" | "staff" | "listener" | "wall" | "machine";
            /** @description Code of its scope; empty: the whole government. */
            agency: string;
            /** @description Number of the person behind it, or empty. */
            person: string;
            /** @description Nothing else is allowed before. */
            must_change_password: boolean;
            /** @description What it may do. */
            permissions: ("board.read" | "self.read" | "sheet.read" | "recap.read" | "punch.read" | "punch.review" | "terminal.read" | "terminal.write" | "enrolment.read" | "enrolment.write" | "person.write" | "calendar.write" | "wall.connect" | "user.write" | "admin" | "inspection.read" | "inspection.answer" | "inspection.work" | "inspection.lead" | "inspection.plan")[];
            /** @description To be repeated in X-Hadir-Csrf by every write. */
            csrf: string;
        };
        NewPassword: {
            /**
             * Format: password
             * @description The present password.
             */
            old: string;
            /**
             * Format: password
             * @description The new password.
             */
            new: string;
        };
        WallCode: {
            /** @description Six digits to be shown. */
            code: string;
            /** @description To ask with whether the code was accepted. */
            secret: string;
            /**
             * Format: date-time
             * @description Then the code means nothing any more.
             */
            expires_at: string;
        };
        WallClaim: {
            /** @description The secret that came with the code. */
            secret: string;
        };
        WallList: {
            /** @description The walls that are connected. */
            walls: components["schemas"]["Wall"][];
        };
        WallConnection: {
            /** @description The six digits on the wall. */
            code: string;
            /** @description Where it hangs. */
            name: string;
        };
        Wall: {
            /** @description To disconnect it by. */
            id: string;
            /** @description Where it hangs. */
            name: string;
            /**
             * Format: date-time
             * @description When it was accepted.
             */
            created_at: string | null;
            /**
             * Format: date-time
             * @description When it was last heard.
             */
            last_seen_at: string | null;
        };
        Board: {
            /** @description Number of the event; grows by one. */
            event: number;
            /**
             * Format: date-time
             * @description When the figures were so.
             */
            at: string;
            /**
             * Format: date
             * @description The day they are of.
             */
            day: string;
            /** @description Strength by kind of contract. */
            kinds: components["schemas"]["BoardKinds"];
            /** @description WIB, WITA or WIT. */
            zone: string;
            /** @description When most people have to be there. */
            limit: string | null;
            /** @description When most people's day closes. */
            closing: string | null;
            /** @description Everybody. */
            counts: components["schemas"]["Counts"];
            /** @description Expected at the office. */
            wfo: number;
            /** @description Expected at home. */
            wfh: number;
            /** @description Who came when. */
            arrivals: components["schemas"]["Arrivals"];
            /** @description How the terminals are. */
            terminals: components["schemas"]["BoardTerminals"];
            /** @description By cause and people. */
            attention: components["schemas"]["Attention"][];
            /** @description What the list leaves out. */
            attention_rest: components["schemas"]["AttentionRest"];
            /** @description In the order of the tree. */
            agencies: components["schemas"]["BoardAgency"][];
        };
        BoardChange: {
            /** @description Number of the event; grows by one. */
            event: number;
            /**
             * Format: date-time
             * @description When the figures were so.
             */
            at: string;
            /**
             * Format: date
             * @description The day they are of.
             */
            day: string;
            /** @description WIB, WITA or WIT. */
            zone?: string;
            /** @description When most people have to be there. */
            limit?: string | null;
            /** @description When most people's day closes. */
            closing?: string | null;
            /** @description Everybody. */
            counts?: components["schemas"]["CountsChange"];
            /** @description Expected at the office. */
            wfo?: number;
            /** @description Expected at home. */
            wfh?: number;
            /** @description Who came when. */
            arrivals?: components["schemas"]["Arrivals"];
            /** @description How the terminals are. */
            terminals?: components["schemas"]["BoardTerminals"];
            /** @description By cause and people. */
            attention?: components["schemas"]["AttentionChange"][];
            /** @description What the list leaves out. */
            attention_rest?: components["schemas"]["AttentionRest"];
            /** @description Those whose counts changed. */
            agencies?: components["schemas"]["BoardAgencyChange"][];
        };
        Agency: {
            /** @description Code. */
            code: string;
            /** @description Code of the agency above; empty: the government. */
            parent: string;
            /** @description Full name. */
            name: string;
            /** @description Name on walls and buttons. */
            short: string;
            /** @description Dinas, Badan, Kecamatan, ... */
            kind: string;
            /** @description WIB, WITA or WIT. */
            zone: string;
            /** @description Degrees north. */
            latitude: number | null;
            /** @description Degrees east. */
            longitude: number | null;
            /** @description Of its hours. */
            pattern: string;
            /** @description Its people today, with everything below it. */
            strength: number;
        };
        Sheet: {
            /** @description Whose sheet it is. */
            agency: components["schemas"]["SheetAgency"];
            /**
             * Format: date
             * @description The day.
             */
            day: string;
            /**
             * Format: date-time
             * @description When it was so.
             */
            at: string;
            /** @description Nobody is open any more. */
            closed: boolean;
            /** @description When most people's day closes. */
            closing: string | null;
            /** @description Of these lines. */
            counts: components["schemas"]["Counts"];
            /** @description The agency and all below it. */
            units: components["schemas"]["AgencyName"][];
            /** @description Silent terminals, of today only. */
            notices: components["schemas"]["SheetNotice"][];
            /** @description A person each. */
            lines: components["schemas"]["SheetLine"][];
        };
        Day: {
            /** @description Whose day it is. */
            person: components["schemas"]["DayPerson"];
            /**
             * Format: date
             * @description The day.
             */
            day: string;
            /**
             * @description Null: on no roster that day.
             * @enum {string|null}
             */
            state: "not_due" | "waiting" | "on_time" | "late" | "missing_in" | "leave" | "sick" | "permit" | "duty_travel" | "study" | "off" | "unknown" | "unexplained" | null;
            /**
             * @description Where the duty is done.
             * @enum {string}
             */
            mode: "WFO" | "WFH";
            /** @description What stands beside the state. */
            flags: ("early_leave" | "missing_out" | "offline" | "under_review" | "manual" | "time" | "saturated")[];
            /** @description After the limit. */
            late_minutes: number;
            /** @description Before the end. */
            early_minutes: number;
            /** @description First record of arrival. */
            first_in: string | null;
            /** @description Last record of leaving. */
            last_out: string | null;
            /** @description Null: no work is expected. */
            window: components["schemas"]["DayWindow"] | null;
            /** @description What led to the verdict, in order. */
            steps: components["schemas"]["DayStep"][];
            /** @description The flags in words. */
            notes: components["schemas"]["DayNote"][];
        };
        Recap: {
            /**
             * Format: date
             * @description The day, or the first of several.
             */
            date: string;
            /**
             * Format: date
             * @description The last of several; counts are then of person-days.
             */
            to?: string;
            /** @description Code; empty for the whole government. */
            agency: string;
            /** @description Everybody who is on the roster. */
            strength: number;
            /** @description Strength without those who are off. */
            expected: number;
            /** @description not due yet */
            not_due: number;
            /** @description not here yet */
            waiting: number;
            /** @description on time */
            on_time: number;
            /** @description late */
            late: number;
            /** @description no record of arrival */
            missing_in: number;
            /** @description leave */
            leave: number;
            /** @description sick */
            sick: number;
            /** @description permit */
            permit: number;
            /** @description duty travel */
            duty_travel: number;
            /** @description study assignment */
            study: number;
            /** @description off */
            off: number;
            /** @description not known yet */
            unknown: number;
            /** @description unexplained */
            unexplained: number;
            /** @description On time, late or without a record of arrival. */
            present: number;
            /** @description Those whose duty is at home, across states. */
            wfh: number;
            /** @description Present of expected, as "96.61"; empty when nobody is expected. */
            present_percent: string;
            /** @description The same if everybody who is open turns out present. */
            present_percent_max: string;
            /** @description Each with its own people only, so that they add up. */
            agencies: components["schemas"]["RecapLine"][];
        };
        PunchPage: {
            /** @description In the order they were recorded. */
            punches: components["schemas"]["Punch"][];
            /** @description Where the next page begins; null at the end. */
            next: number | null;
        };
        DoubtfulPunchList: {
            /** @description By terminal and receipt. */
            punches: components["schemas"]["DoubtfulPunch"][];
            /** @description How many of them wait for a decision. */
            waiting: number;
        };
        NewReview: {
            /**
             * @description What is decided.
             * @enum {string}
             */
            decision: "accepted" | "refused" | "undone";
            /** @description Why; it is told with the day. */
            reason: string;
            /** @description Which punches; all are decided, or none. */
            punches: components["schemas"]["ReviewedPunch"][];
        };
        Reviewed: {
            /** @description How many punches. */
            decided: number;
        };
        TerminalList: {
            /**
             * Format: date-time
             * @description When it was so.
             */
            at: string;
            /** @description By serial number. */
            terminals: components["schemas"]["Terminal"][];
        };
        PendingTerminalList: {
            /** @description By serial number. */
            pending: components["schemas"]["PendingTerminal"][];
        };
        TerminalReportPage: {
            /** @description The newest first. */
            reports: components["schemas"]["TerminalReport"][];
        };
        TerminalApproval: {
            /** @description Code of the agency where it stands. */
            agency: string;
            /** @description The spot, such as "lobi". */
            name?: string;
            /**
             * Format: date
             * @description Since when; without it from today, or, as the first, since ever.
             */
            from?: string;
        };
        Terminal: {
            /** @description Serial number. */
            serial: string;
            /** @description Where it stands; the agency's name without its own. */
            name: string;
            /** @description Code of the agency. */
            agency: string;
            /** @description Its full name. */
            agency_name: string;
            /**
             * Format: date
             * @description Since when it stands there; null is always.
             */
            since: string | null;
            /** @description As it tells, or as somebody corrected it. */
            model: string;
            /** @description As it tells. */
            firmware: string;
            /** @description Those the model has codes for. */
            methods: ("iris" | "finger" | "face" | "palm" | "vein" | "card" | "pin" | "password" | "manual" | "other")[];
            /**
             * @description Whether it is in contact.
             * @enum {string}
             */
            state: "connected" | "silent" | "never" | "retired";
            /**
             * Format: date-time
             * @description When it was last heard.
             */
            last_contact_at: string | null;
            /**
             * Format: date-time
             * @description Null while it is in contact.
             */
            silent_since: string | null;
            /** @description How far its clock is off. */
            drift_ms: number | null;
            /** @description Punches it still holds. */
            held: number | null;
            /** @description Punches of today. */
            punches_today: number;
            /** @description Punches in equal parts of the morning. */
            activity: number[];
            /** @description Where it calls from. */
            address: string;
            /** @description How it speaks. */
            protocol: string;
        };
        TerminalEnd: {
            /**
             * Format: date
             * @description The first day on which it is out of service; without it today.
             */
            from?: string;
        };
        TerminalChange: {
            /** @description Code of the agency where it stands. */
            agency?: string;
            /** @description The spot. */
            name?: string;
            /** @description The model, which decides what its verify codes mean. */
            model?: string;
            /**
             * Format: date
             * @description With an agency: from which day it stands there; without it from today.
             */
            from?: string;
        };
        OrderList: {
            /** @description The newest first. */
            orders: components["schemas"]["Order"][];
        };
        NewOrder: {
            /**
             * @description What to do.
             * @enum {string}
             */
            order: "check" | "log" | "info" | "punches" | "sum" | "reboot";
            /** @description Of punches and sum: the first day or moment, by the terminal's clock. */
            from?: string;
            /** @description The last day or moment. */
            to?: string;
        };
        Order: {
            /** @description Of the order. */
            id: number;
            /**
             * @description What to do.
             * @enum {string}
             */
            order: "check" | "log" | "info" | "punches" | "sum" | "reboot";
            /** @description First moment on the terminal's clock, or empty. */
            from: string;
            /** @description Last moment, or empty. */
            to: string;
            /** @description Who gave it. */
            author: string;
            /**
             * @description What came of it.
             * @enum {string}
             */
            state: "waiting" | "sent" | "done" | "failed" | "unanswered" | "expired";
            /**
             * Format: date-time
             * @description When it was given.
             */
            given_at: string;
            /** @description How often the terminal took it. */
            sent: number;
            /**
             * Format: date-time
             * @description When it last took it.
             */
            sent_at: string | null;
            /**
             * Format: date-time
             * @description When it answered.
             */
            answered_at: string | null;
            /** @description What it answered. */
            code: number | null;
            /** @description The answer as a word. */
            result?: string;
            /** @description ... in the reader's language. */
            result_text?: string;
            /** @description What it told besides. */
            details?: string;
            /** @description How many punches it counted. */
            sum?: number;
            /** @description How many of them are here. */
            here?: number;
        };
        VerifyCodeList: {
            /** @description Rows of models, then the vendor's. */
            codes: components["schemas"]["VerifyCode"][];
            /** @description Models that terminals here have. */
            models: string[];
        };
        VerifyCodeMethod: {
            /**
             * @description The method it stands for.
             * @enum {string}
             */
            method: "iris" | "finger" | "face" | "palm" | "vein" | "card" | "pin" | "password" | "manual" | "other";
        };
        VerifyCodePut: {
            /** @description The model. */
            model: string;
            /** @description The terminal's number. */
            code: number;
            /**
             * @description What it means now.
             * @enum {string}
             */
            method: "iris" | "finger" | "face" | "palm" | "vein" | "card" | "pin" | "password" | "manual" | "other";
            /** @description False: it was so already. */
            changed: boolean;
        };
        UnmappedPinList: {
            /** @description PINs that mean nobody. */
            pins: components["schemas"]["UnmappedPin"][];
            /** @description People of those places, unknown today. */
            people_unknown: number;
        };
        NewEnrolment: {
            /** @description The PIN, compared byte for byte. */
            pin: string;
            /** @description Serial number; without it the PIN holds on every terminal. */
            terminal?: string;
            /** @description Number of the person. */
            number: string;
            /**
             * Format: date
             * @description First day.
             */
            valid_from?: string;
        };
        Enrolment: {
            /** @description The PIN. */
            pin: string;
            /** @description Serial number; empty: every terminal. */
            terminal: string;
            /** @description Number of the person. */
            number: string;
            /** @description False: it was so already. */
            changed: boolean;
        };
        LeaveList: {
            /** @description By person, kind and first day. */
            leave: components["schemas"]["Leave"][];
        };
        LeaveWithdrawal: {
            /** @description Leave of this person. */
            number?: string;
            /** @description Leave of this letter. */
            reference?: string;
            /**
             * Format: date
             * @description Leave that reaches to this day or later.
             */
            from?: string;
            /**
             * Format: date
             * @description Leave that begins on this day or earlier.
             */
            to?: string;
            /**
             * Format: date-time
             * @description What one file brought, by the instant it was recorded at; what it changed is again as before.
             */
            recorded_at?: string;
        };
        PatternList: {
            /** @description The program's come first. */
            patterns: components["schemas"]["Pattern"][];
        };
        NewPattern: {
            /** @description What agencies name. */
            code: string;
            /** @description base, or what lies over it for some days: ramadan. */
            layer?: string;
            /**
             * Format: date
             * @description First day.
             */
            valid_from: string;
            /**
             * Format: date
             * @description Last day.
             */
            valid_to?: string;
            /** @description calendar: weekdays; roster: as a roster says. */
            duty?: string;
            /** @description The window opens so long before the start; usual: 90. */
            before_minutes?: number;
            /** @description It closes so long after the end; usual: 240. */
            after_minutes?: number;
            /** @description So long after the start is still on time; usual: 0. */
            tolerance_minutes?: number;
            /** @description When nobody is waited for: window or a time. */
            closing?: string;
            /** @description Until when a punch arrives: middle or a time. */
            in_until?: string;
            /** @description first-last or pairs. */
            pairing?: string;
            /** @description deducted or worked. */
            rest?: string;
            /** @description What the week must add up to. */
            week_minutes?: number;
            /** @description For people. */
            name: string;
            /** @description The decree it rests on. */
            decree: string;
            /** @description What has to be known before relying on it. */
            note?: string;
            /** @description The hours of each weekday that is worked, or of each shift. */
            hours: components["schemas"]["PatternHours"][];
        };
        QuarantinePage: {
            /** @description The newest first. */
            rows: components["schemas"]["QuarantineRow"][];
            /** @description All rows in quarantine. */
            total: number;
        };
        InspectionList: {
            /** @description The newest first; withdrawn ones too. */
            inspections: components["schemas"]["Inspection"][];
            /** @description What the program proposes: the next first working day after a holiday. */
            proposal: components["schemas"]["InspectionProposal"] | null;
        };
        NewInspection: {
            /**
             * @description Of which kind.
             * @enum {string}
             */
            kind: "surprise" | "announced" | "meeting";
            /** @description What it is called; without it as its kind is. */
            title?: string;
            /**
             * Format: date
             * @description The day it inspects.
             */
            day: string;
            /** @description When it shall begin: 08:30. */
            planned?: string;
            /** @description Who leads. */
            leader: string;
            /** @description As what: Wakil Wali Kota Jambi. */
            leader_title?: string;
            /** @description Who leads in the leader's place. */
            delegate?: string;
            /** @description As what: Sekretaris Daerah. */
            delegate_title?: string;
            /** @description By what the delegate leads: a.n. Bupati, a letter. */
            authority?: string;
            /** @description Where the leader sits. */
            place?: string;
            /** @description By what video: our own room, or a link of another (https). */
            medium?: string;
            /** @description Why on this day. */
            basis?: string;
            /** @description Codes of the agencies that are called, ';' between; none: all directly below the government. */
            scope?: string;
            /**
             * @description Whom it asks about; without it all.
             * @enum {string}
             */
            groups?: "all" | "asn" | "contract";
        };
        Inspection: {
            /** @description Its code. */
            inspection: string;
            /**
             * @description Of which kind.
             * @enum {string}
             */
            kind: "surprise" | "announced" | "meeting";
            /** @description What it is called. */
            title: string;
            /**
             * Format: date
             * @description The day it inspects.
             */
            day: string;
            /** @description When it shall begin. */
            planned_at: string | null;
            /** @description Who leads. */
            leader: string;
            /** @description As what. */
            leader_title: string;
            /** @description Who leads in the leader's place; or empty. */
            delegate: string;
            /** @description As what. */
            delegate_title: string;
            /** @description By what the delegate leads. */
            authority: string;
            /** @description Where the leader sits. */
            place: string;
            /** @description By what video; of a link of another service the host. */
            medium: string;
            /** @description Why on this day. */
            basis: string;
            /** @description Codes of the agencies that are called; empty: all. */
            scope: string;
            /**
             * @description Whom it asks about.
             * @enum {string}
             */
            groups: "all" | "asn" | "contract";
            /**
             * @description How it stands.
             * @enum {string}
             */
            state: "planned" | "open" | "closed" | "withdrawn";
            /**
             * Format: date-time
             * @description When it was opened.
             */
            opened_at: string | null;
            /**
             * Format: date-time
             * @description When it was closed.
             */
            closed_at: string | null;
            /** @description What was concluded at the closing. */
            conclusion: string;
        };
        InspectionRoom: {
            /** @description Its code. */
            inspection: string;
            /** @description Of the last act; never falls. */
            number: number;
            /**
             * Format: date-time
             * @description When it was so.
             */
            at: string;
            /** @description The plan. */
            head: components["schemas"]["Inspection"];
            /** @description Who takes part. */
            members: components["schemas"]["InspectionMember"][];
            /**
             * @description By which rule agencies are called.
             * @enum {string}
             */
            order: "missing" | "kind" | "tree";
            /** @description 1 when somebody was moved. */
            by_hand: number;
            /** @description How far it is. */
            progress: components["schemas"]["InspectionProgress"];
            /** @description Code of the agency that is called; empty: none. */
            called: string;
            /** @description Codes of those that are called next. */
            next: string[];
            /** @description The figures frozen at the opening. */
            opening: components["schemas"]["InspectionFrozen"] | null;
            /** @description The figures frozen at the closing. */
            closing: components["schemas"]["InspectionFrozen"] | null;
            /** @description The figures now; none on another day. */
            live: components["schemas"]["InspectionLive"] | null;
            /** @description In the order of calling. */
            agencies: components["schemas"]["InspectionAgency"][];
            /** @description What was instructed. */
            instructions: components["schemas"]["InspectionInstruction"][];
            /** @description How programmes go. */
            programmes: components["schemas"]["InspectionProgramme"][];
        };
        InspectionMe: {
            /**
             * @description Which part the caller has.
             * @enum {string}
             */
            part: "none" | "wall" | "listener" | "deputy" | "head" | "team" | "leader";
            /** @description Code of the agency that a head or deputy answers for. */
            agency: string;
            /** @description Its name. */
            agency_name: string;
            /** @description The account. */
            name: string;
            /** @description The room of another service, for who takes part or plans; else empty. */
            link: string;
            /** @description Open, call, instruct, close. */
            may_lead: boolean;
            /** @description Enter statements of others; see minutes. */
            may_work: boolean;
            /** @description For the agency, or (who leads or works) for all. */
            may_answer: boolean;
        };
        InspectionChange: {
            /** @description Its code. */
            inspection: string;
            /** @description Of the last act; never falls. */
            number: number;
            /**
             * Format: date-time
             * @description When it was so.
             */
            at: string;
            /** @description The plan. */
            head?: components["schemas"]["Inspection"];
            /** @description Who takes part. */
            members?: components["schemas"]["InspectionMember"][];
            /**
             * @description By which rule agencies are called.
             * @enum {string}
             */
            order?: "missing" | "kind" | "tree";
            /** @description 1 when somebody was moved. */
            by_hand?: number;
            /** @description How far it is. */
            progress?: components["schemas"]["InspectionProgress"];
            /** @description Code of the agency that is called; empty: none. */
            called?: string;
            /** @description Codes of those that are called next. */
            next?: string[];
            /** @description The figures frozen at the opening. */
            opening?: components["schemas"]["InspectionFrozen"];
            /** @description The figures frozen at the closing. */
            closing?: components["schemas"]["InspectionFrozen"];
            /** @description The figures now; none on another day. */
            live?: components["schemas"]["InspectionLive"];
            /** @description Those that changed, whole. */
            agencies?: components["schemas"]["InspectionAgency"][];
            /** @description What was instructed. */
            instructions?: components["schemas"]["InspectionInstruction"][];
            /** @description How programmes go. */
            programmes?: components["schemas"]["InspectionProgramme"][];
        };
        InspectionEvidence: {
            /** @description Its code. */
            inspection: string;
            /**
             * Format: date-time
             * @description When it was so.
             */
            at: string;
            /** @description The row of the room: one. */
            agency: components["schemas"]["InspectionAgency"][];
            /** @description Civil servants and contract staff. */
            groups: components["schemas"]["InspectionGroup"][];
            /** @description Who is not accounted for. */
            missing: components["schemas"]["InspectionMissing"][];
            /** @description Who was recorded since the call. */
            arrivals: components["schemas"]["InspectionArrival"][];
            /** @description What was done with this agency. */
            trail: components["schemas"]["InspectionTrail"][];
            /** @description For the leader and the team; else none. */
            notes: components["schemas"]["InspectionNote"][];
            /** @description The signed recap on paper, and corrections of it. */
            recaps: components["schemas"]["InspectionManualRecap"][];
        };
        InspectionOwn: {
            /** @description Code of the inspection. */
            inspection: string;
            /** @description What it is called. */
            title: string;
            /**
             * Format: date
             * @description The day it inspected.
             */
            day: string;
            /**
             * @description The reason that was given for you.
             * @enum {string|null}
             */
            claim: "claimed_present" | "sick" | "permit" | "duty_travel" | "away" | "family" | "terminal" | "unreachable" | "other" | null;
            /** @description Code of the agency that gave it. */
            agency: string;
            /** @description Its name. */
            agency_name: string;
            /** @description Who gave it. */
            by: string;
            /** @description The note beside it. */
            note: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string | null;
            /** @description What you said to it. */
            answer: string;
            /**
             * Format: date-time
             * @description When you said it.
             */
            answered_at: string | null;
            /**
             * @description Which path is proposed for you; nothing is imposed by it.
             * @enum {string|null}
             */
            path: "guidance" | "order_breach" | "day_ladder" | "none" | "withdrawn" | null;
            /** @description Why. */
            reason: string;
            /** @description Who decides. */
            official: string;
            /**
             * Format: date-time
             * @description When it was proposed.
             */
            proposed_at: string | null;
        };
        OwnInspections: {
            /** @description The newest first. */
            inspections: components["schemas"]["InspectionOwn"][];
        };
        InspectionNewNote: {
            /** @description Code of an agency of the roll call. */
            agency?: string;
            /** @description The note. */
            text: string;
        };
        NewInspectionMember: {
            /** @description Who. */
            name: string;
            /** @description As what: Kepala BKPSDMD. */
            title?: string;
            /**
             * @description Which part.
             * @enum {string}
             */
            part: "leader" | "delegate" | "moderator" | "recorder" | "member" | "official";
            /** @description The account by which this person signs in. */
            account?: string;
            /** @description True: no member any more. */
            withdrawn?: boolean;
        };
        InspectionOpening: {
            /**
             * @description By which rule agencies are called; without it most missing first.
             * @enum {string}
             */
            order?: "missing" | "kind" | "tree";
        };
        InspectionClosing: {
            /** @description What is concluded. */
            text?: string;
        };
        InspectionCall: {
            /** @description Code of an agency of the roll call. */
            agency: string;
            /** @description Who is called now, as far as the caller knows (empty: nobody); when somebody else has called meanwhile, nobody is called. */
            called?: string;
        };
        InspectionTurn: {
            /** @description Code of an agency of the roll call. */
            agency: string;
            /**
             * @description What became of the call.
             * @enum {string}
             */
            turn: "answering" | "answered" | "silent" | "absent" | "skipped";
            /** @description Who answered. */
            name?: string;
            /** @description As what: head, deputy or a title. */
            post?: string;
        };
        InspectionOrder: {
            /** @description Code of an agency of the roll call. */
            agency?: string;
            /** @description With an agency: its place, from 1. */
            place?: number;
            /**
             * @description Without one: by which rule all are ordered anew.
             * @enum {string}
             */
            rule?: "missing" | "kind" | "tree";
        };
        InspectionAnswer: {
            /** @description Code of an agency of the roll call. */
            agency: string;
            /** @description Who answers; without it the account. */
            name?: string;
            /** @description As what: head, deputy or a title. */
            post?: string;
        };
        NewInspectionStatement: {
            /** @description Code of an agency of the roll call. */
            agency: string;
            /**
             * @description How it was given; what is not a form is entered by the team.
             * @enum {string}
             */
            source?: "form" | "spoken" | "telephone";
            /** @description Who says so; without it the account. */
            by?: string;
            /** @description As what: head, deputy or a title. */
            post?: string;
            /** @description All together, or civil servants and contract staff apart. */
            groups: components["schemas"]["InspectionSaid"][];
        };
        InspectionConfirmation: {
            /** @description Code of an agency of the roll call. */
            agency: string;
            /**
             * Format: date-time
             * @description When the statement was given that is confirmed: what was entered after it is not.
             */
            statement?: string;
        };
        InspectionReasons: {
            /** @description Code of an agency of the roll call. */
            agency: string;
            /** @description Who says so; without it the account. */
            by?: string;
            /** @description One a person; the last that was said holds. */
            reasons: components["schemas"]["InspectionReason"][];
        };
        ManualRecap: {
            /** @description Code of an agency of the roll call. */
            agency: string;
            /** @description All together, or civil servants and contract staff apart. */
            groups: components["schemas"]["InspectionSaid"][];
            /** @description Whose signature it bears. */
            signed_by: string;
            /**
             * Format: date
             * @description On which day.
             */
            signed_on?: string;
            /** @description Which paper it is: 1, then corrections; refused when that one is signed. */
            paper?: number;
            /** @description Of a correction: why the recap before it is wrong. */
            reason?: string;
        };
        RecapConfirming: {
            /** @description Code of an agency of the roll call. */
            agency: string;
            /** @description Which paper: 1, then corrections. */
            paper: number;
        };
        NewInspectionInstruction: {
            /** @description Code of an agency of the roll call. */
            agency?: string;
            /** @description What is to be done. */
            text: string;
            /** @description By whom. */
            owner: string;
            /**
             * Format: date
             * @description Until when.
             */
            deadline?: string;
            /** @description Or in so many working days, counted from the day after. */
            working_days?: number;
        };
        InspectionInstructionChange: {
            /**
             * @description How it stands now.
             * @enum {string}
             */
            state: "open" | "done" | "withdrawn";
            /** @description What was done. */
            note?: string;
        };
        NewInspectionProgramme: {
            /** @description A new count of this one; without it another is added. */
            item?: number;
            /** @description Code of the agency that reports it. */
            agency: string;
            /** @description What is carried out. */
            title: string;
            /** @description What is counted: desa. */
            unit?: string;
            /** @description So many are done ... */
            done: number;
            /** @description ... of so many. */
            total: number;
            /**
             * Format: date
             * @description When all shall be done.
             */
            target?: string;
            /** @description What holds it up. */
            blocker?: string;
        };
        InspectionPress: {
            /** @description In Indonesian; empty before the opening. */
            text: string;
        };
        InspectionReports: {
            /** @description Its code. */
            inspection: string;
            /**
             * Format: date
             * @description The day of the figures.
             */
            today: string;
            /** @description In how many a report is due, as it is set. */
            working_days: number;
            /** @description In the order of calling. */
            reports: components["schemas"]["InspectionReport"][];
        };
        InspectionReportsAsked: {
            /** @description Codes of agencies of the roll call, whose report is asked for anew; without them all of whom none was asked. */
            agencies?: string[];
            /** @description Until when, counted from the day after; without it as it is set. */
            working_days?: number;
            /**
             * Format: date
             * @description Or this day.
             */
            deadline?: string;
        };
        InspectionWrittenReport: {
            /** @description Codes of agencies of the roll call. */
            agencies: string[];
            /**
             * @description What became of it.
             * @enum {string}
             */
            state: "reminded" | "received";
            /** @description Number of the letter. */
            reference?: string;
        };
        OwedReports: {
            /** @description Not received yet; by inspection. */
            reports: components["schemas"]["OwedReport"][];
        };
        InspectionMinutes: {
            /**
             * @description How the issued minutes stand to this.
             * @enum {string}
             */
            standing: "none" | "current" | "outdated";
            /** @description Code of the minutes that are in force. */
            document?: string;
            /** @description Plan, frozen figures, agencies with their statements, instructions, programmes. */
            session: components["schemas"]["InspectionRoom"];
            /** @description Whether the session was recorded, and until when that is kept. */
            recording: components["schemas"]["InspectionRecorded"];
            /** @description Machine, statement and signed recap of each agency, side by side; the table that comes as CSV. */
            comparisons: components["schemas"]["InspectionComparison"][];
            /** @description From the opening to the closing. */
            seconds: number;
            /** @description Agencies that answered. */
            covered: number;
            /** @description Of those, on average. */
            seconds_a_agency: number;
            /** @description Agencies that stated nothing. */
            without_statement: number;
            /** @description Reasons by class. */
            claims: components["schemas"]["InspectionClaimCount"][];
            /** @description Follow-ups by path. */
            follow_ups: components["schemas"]["InspectionFollowUpCount"][];
            /** @description Entries of the register from seven days before to the closing. */
            changes: components["schemas"]["InspectionRegisterChange"][];
            /** @description Entries beyond those listed. */
            more_changes: number;
            /** @description Dated corrections. */
            amendments: components["schemas"]["InspectionAmendmentRow"][];
        };
        InspectionActs: {
            /** @description In the order in which they were done. */
            acts: components["schemas"]["InspectionActRow"][];
        };
        InspectionPapers: {
            /**
             * @description Do the minutes in force still say all that was done?
             * @enum {string}
             */
            standing: "none" | "current" | "outdated";
            /** @description The latest first. */
            papers: components["schemas"]["InspectionPaper"][];
        };
        InspectionMinutesIssue: {
            /** @description Of the paper; without it that of the minutes before. Another number issues them anew. */
            number?: string;
        };
        InspectionPaperCopies: {
            /** @description Code of the paper. */
            document: string;
            /** @description In the order of filing. */
            copies: components["schemas"]["InspectionPaperCopy"][];
        };
        InspectionFollowUps: {
            /** @description Its code. */
            inspection: string;
            /** @description Who is unexplained. */
            people: components["schemas"]["InspectionUnexplained"][];
        };
        InspectionFollowUp: {
            /** @description Numbers of people who are unexplained. */
            numbers: string[];
            /**
             * @description Which path an official chooses; none imposes anything, and withdrawn takes back what was chosen.
             * @enum {string}
             */
            path: "guidance" | "order_breach" | "day_ladder" | "none" | "withdrawn";
            /** @description Why. */
            reason: string;
            /** @description Who decides. */
            official: string;
        };
        InspectionAfter: {
            /** @description Its code. */
            inspection: string;
            /** @description Dated corrections, in order. */
            amendments: components["schemas"]["InspectionAmendment"][];
            /** @description What became of them. */
            instructions: components["schemas"]["InspectionOrderState"][];
            /** @description How the session went. */
            metrics: components["schemas"]["InspectionMetrics"];
        };
        NewInspectionAmendment: {
            /** @description Code of an agency of the roll call. */
            agency?: string;
            /**
             * @description What it corrects; without it the minutes.
             * @enum {string}
             */
            about?: "minutes" | "figures" | "statement" | "instruction" | "programme";
            /** @description The correction. */
            text: string;
        };
        InspectionNameReadings: {
            /** @description Its code. */
            inspection: string;
            /** @description The latest first. */
            readings: components["schemas"]["InspectionNameReading"][];
        };
        InspectionRecording: {
            /** @description Code of the inspection. */
            inspection: string;
            /**
             * @description none; running: it is recorded now; waiting: films are made when the room is over; making: some are made yet; ready; failed: of nothing could one be made; removed after its days.
             * @enum {string}
             */
            state: "none" | "running" | "waiting" | "making" | "ready" | "failed" | "removed";
            /**
             * Format: date-time
             * @description When the first film begins.
             */
            begins_at: string | null;
            /** @description Milliseconds to the end of the last film. */
            lasts: number;
            /** @description How many films are still to be made. */
            films_waiting: number;
            /** @description Of how many files none could be made. */
            films_failed: number;
            /** @description The program that makes films is installed. */
            can_make: boolean;
            /** @description For how many days recordings are kept. */
            keep_days: number;
            /** @description That is the program's own proposal: no regulation names it, nobody decided it. */
            keep_is_usual: boolean;
            /**
             * Format: date
             * @description The last day on which it is kept.
             */
            kept_to: string | null;
            /** @description From when to when; facts. */
            periods: components["schemas"]["RecordingPeriod"][];
            /** @description Who is in it. */
            members: components["schemas"]["RecordedMember"][];
            /** @description Those that are made. */
            films: components["schemas"]["Film"][];
            /** @description Whose turn it was, in order. */
            floor: components["schemas"]["RecordedFloor"][];
            /** @description The calls, in order. */
            chapters: components["schemas"]["RecordingChapter"][];
        };
        DelegationList: {
            /** @description In force or still to come, by agency. */
            delegations: components["schemas"]["Delegation"][];
        };
        NewDelegation: {
            /** @description Code of the agency. */
            agency: string;
            /** @description By which the deputy signs in. */
            account: string;
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /**
             * Format: date
             * @description Last day.
             */
            to: string;
            /** @description Who. */
            name: string;
            /** @description As what: Sekretaris Dinas. */
            title?: string;
            /** @description The letter by which. */
            authority: string;
            /** @description True: not any more. */
            withdrawn?: boolean;
        };
        InspectionTicket: {
            /** @description The room of video of this inspection. */
            room: string;
            /** @description What lets the caller in, once. */
            ticket: string;
            /**
             * Format: date-time
             * @description Then it is good no more.
             */
            expires_at: string;
        };
        Video: {
            /** @description off, missing, idle (starts with the first room), starting, ready or waiting (it ended or is not there; it is started or looked for again). */
            state: string;
            /** @description How often the video server was started. */
            starts: number;
            /** @description Rooms that are open. */
            rooms: number;
            /** @description Who is in them. */
            members: number;
            /** @description Members who send sound or pictures. */
            senders: number;
            /** @description Somebody else runs it: it is looked for, not started. */
            outside: boolean;
        };
        RoomTicket: {
            /** @description The ticket into this room; good once, and for a minute. */
            ticket: string;
        };
        JoinedRoom: {
            /** @description The caller's place in the room. */
            member: string;
            /** @description Who helps to find a way through the network. */
            ice_servers: components["schemas"]["IceServer"][];
        };
        Room: {
            /** @description Its name. */
            room: string;
            /** @description The member who has the floor; empty: nobody. */
            floor: string;
            /** @description Media can flow. */
            ready: boolean;
            /** @description What is sent is recorded. */
            records: boolean;
            /** @description Who is in it. */
            members: components["schemas"]["RoomMember"][];
        };
        RoomMember: {
            /** @description Names the member, and the feed of his streams. */
            id: string;
            /** @description As others see him. */
            name: string;
            /** @description What he is in this room. */
            role: string;
            /** @description The agency he speaks for, of an inspection; else empty. */
            tag: string;
            /** @description What he may do: watch all, publish, moderate, watch the public feed alone; public: he is part of that also without the floor. */
            rights: ("watch" | "publish" | "moderate" | "watch_public" | "public")[];
            /** @description What a moderator has silenced. */
            muted: ("sound" | "picture")[];
            /** @description What he is asked to switch on, and does not send yet. */
            asked: ("sound" | "picture")[];
            /** @description Of his link: 0 broken to 4 good. */
            quality: number | null;
            /** @description He is in the lobby. */
            waits: boolean;
            /** @description His hand is raised. */
            hand: boolean;
            /** @description He is heard speaking. */
            talks: boolean;
            /** @description He receives no pictures. */
            sound_only: boolean;
            /** @description He says that his microphone is switched on. */
            microphone: boolean;
            /** @description He says that his camera is switched on. */
            camera: boolean;
            /** @description What he sends; empty: nothing yet. */
            streams: components["schemas"]["RoomStream"][];
        };
        RoomNews: {
            /** @description Whom it is about; empty: the room. */
            member: string;
            /** @description What was said, asked for, or why; may be empty. */
            text: string;
            /** @description It is so now. */
            on: boolean;
        };
        RoomOfferBody: {
            /** @description The browser's session description (RFC 8866). */
            sdp: string;
            /** @description The mid of a shared screen. */
            screen?: string;
            /** @description A new connection; what was sent before is forgotten. */
            fresh?: boolean;
        };
        RoomAnswer: {
            /** @description The answer to the offer (RFC 8866). */
            sdp: string;
        };
        RoomWishes: {
            /** @description What to receive. */
            subscribe?: components["schemas"]["RoomWish"][];
            /** @description What to receive no more. */
            unsubscribe?: components["schemas"]["RoomWish"][];
            /** @description Only find a new way through the network. */
            restart?: boolean;
            /** @description A new connection; what was received before is forgotten. */
            fresh?: boolean;
        };
        RoomOffer: {
            /** @description An offer to be answered; empty: nothing has changed. */
            sdp: string;
            /** @description What is received then. */
            streams: components["schemas"]["RoomSubscription"][];
        };
        RoomAnswerBody: {
            /** @description The browser's session description (RFC 8866). */
            sdp: string;
        };
        RoomLayers: {
            /** @description How much of each to receive. */
            streams: components["schemas"]["RoomLayer"][];
        };
        RoomCandidate: {
            /**
             * @description Which of the two connections.
             * @enum {string}
             */
            connection: "publish" | "watch";
            /** @description A way to the browser; empty when there are no more. */
            candidate: string;
            /** @description sdpMid. */
            mid?: string;
            /** @description sdpMLineIndex. */
            line?: number;
        };
        RoomHand: {
            /** @description Raised, or lowered. */
            raised: boolean;
        };
        RoomSaying: {
            /** @description A line for all in the room; it is kept nowhere. */
            text: string;
        };
        RoomPresence: {
            /** @description Of the link: 0 broken to 4 good. */
            quality: number;
            /** @description No pictures are received. */
            sound_only?: boolean;
            /** @description It is switched on: what is said there can be heard. */
            microphone?: boolean;
            /** @description It is switched on. */
            camera?: boolean;
        };
        RoomOrder: {
            /**
             * @description mute (a medium, on or off), floor, record (on or off), remove, admit, ask (to switch a medium on), close (the room).
             * @enum {string}
             */
            order: "mute" | "floor" | "remove" | "admit" | "ask" | "record" | "close";
            /** @description Whom; all others when it is left out (mute, admit, ask). */
            member?: string;
            /**
             * @description Of mute and ask; sound when it is left out.
             * @enum {string}
             */
            medium?: "sound" | "picture";
            /** @description Of mute, floor and record. */
            on?: boolean;
        };
        DocumentSummary: {
            /** @description What the document is about. */
            facts: components["schemas"]["SummaryFact"][];
            /** @description Its figures. */
            tables: components["schemas"]["SummaryTable"][];
            /** @description What must be known to read them. */
            notes: components["schemas"]["SummaryNote"][];
        };
        Account: {
            /** @description Of the account. */
            name: string;
            /**
             * @description Which permissions it has.
             * @enum {string}
             */
            role: "admin" | "kominfo" | "bkpsdm" | "leader" | "delegate" | "sidak_team" | "head" | "deputy" | "operator" | "staff" | "listener" | "wall" | "machine";
            /** @description Code of its scope; empty: the whole government. */
            agency: string;
            /** @description Number of the person behind it, or empty. */
            person: string;
            /** @description Nothing else is allowed before. */
            must_change_password: boolean;
            /** @description What it may do. */
            permissions: ("board.read" | "self.read" | "sheet.read" | "recap.read" | "punch.read" | "punch.review" | "terminal.read" | "terminal.write" | "enrolment.read" | "enrolment.write" | "person.write" | "calendar.write" | "wall.connect" | "user.write" | "admin" | "inspection.read" | "inspection.answer" | "inspection.work" | "inspection.lead" | "inspection.plan")[];
        };
        BoardKinds: {
            PNS: number;
            CPNS: number;
            PPPK: number;
            "PPPK paruh waktu": number;
            kontrak: number;
        };
        Counts: {
            /** @description Everybody who is on the roster. */
            strength: number;
            /** @description Strength without those who are off. */
            expected: number;
            /** @description not due yet */
            not_due: number;
            /** @description not here yet */
            waiting: number;
            /** @description on time */
            on_time: number;
            /** @description late */
            late: number;
            /** @description no record of arrival */
            missing_in: number;
            /** @description leave */
            leave: number;
            /** @description sick */
            sick: number;
            /** @description permit */
            permit: number;
            /** @description duty travel */
            duty_travel: number;
            /** @description study assignment */
            study: number;
            /** @description off */
            off: number;
            /** @description not known yet */
            unknown: number;
            /** @description unexplained */
            unexplained: number;
            /** @description On time, late or without a record of arrival. */
            present: number;
            /** @description Those whose duty is at home, across states. */
            wfh: number;
            /** @description Present of expected, as "96.61"; empty when nobody is expected. */
            present_percent: string;
            /** @description The same if everybody who is open turns out present. */
            present_percent_max: string;
        };
        Arrivals: {
            /** @description Where a chart begins. */
            from: string;
            /** @description Minutes in which somebody came. */
            minutes: components["schemas"]["ArrivalMinute"][];
        };
        BoardTerminals: {
            /** @description Approved terminals. */
            total: number;
            /** @description Those in contact. */
            connected: number;
            /** @description Those out of contact. */
            silent: number;
            /** @description Punches that they say they still hold. */
            held: number;
        };
        Attention: {
            /** @description Code. */
            agency: string;
            /** @description Short name of the agency. */
            name: string;
            /**
             * @description Why somebody should look.
             * @enum {string}
             */
            cause: "terminal_silent" | "pin_unmapped" | "unexplained" | "waiting";
            /** @description Of a silent terminal: when it was last heard. */
            since?: string;
            /** @description PINs of today that mean nobody. */
            pins?: number;
            /** @description How many people it concerns. */
            people: number;
            /** @description ... of how many. */
            of: number;
        };
        AttentionRest: {
            /** @description People of the agencies that are not listed. */
            people: number;
            /** @description How many are not listed. */
            agencies: number;
        };
        BoardAgency: {
            /** @description Code. */
            code: string;
            /** @description Full name. */
            name: string;
            /** @description Name on walls and buttons. */
            short: string;
            /** @description With everything below it. */
            counts: components["schemas"]["Counts"];
            /** @description Its own people only; left out where nothing is below it. */
            own_counts?: components["schemas"]["Counts"];
        };
        CountsChange: {
            /** @description Everybody who is on the roster. */
            strength?: number;
            /** @description Strength without those who are off. */
            expected?: number;
            /** @description not due yet */
            not_due?: number;
            /** @description not here yet */
            waiting?: number;
            /** @description on time */
            on_time?: number;
            /** @description late */
            late?: number;
            /** @description no record of arrival */
            missing_in?: number;
            /** @description leave */
            leave?: number;
            /** @description sick */
            sick?: number;
            /** @description permit */
            permit?: number;
            /** @description duty travel */
            duty_travel?: number;
            /** @description study assignment */
            study?: number;
            /** @description off */
            off?: number;
            /** @description not known yet */
            unknown?: number;
            /** @description unexplained */
            unexplained?: number;
            /** @description On time, late or without a record of arrival. */
            present?: number;
            /** @description Those whose duty is at home, across states. */
            wfh?: number;
            /** @description Present of expected, as "96.61"; empty when nobody is expected. */
            present_percent?: string;
            /** @description The same if everybody who is open turns out present. */
            present_percent_max?: string;
        };
        AttentionChange: {
            /** @description Code. */
            agency: string;
            /**
             * @description Why somebody should look.
             * @enum {string}
             */
            cause: "terminal_silent" | "pin_unmapped" | "unexplained" | "waiting";
            /** @description Of a silent terminal: when it was last heard. */
            since?: string;
            /** @description PINs of today that mean nobody. */
            pins?: number;
            /** @description How many people it concerns. */
            people: number;
            /** @description ... of how many. */
            of: number;
        };
        BoardAgencyChange: {
            /** @description Code. */
            code: string;
            /** @description What changed, with everything below it. */
            counts?: components["schemas"]["CountsChange"];
            /** @description What changed of its own people. */
            own_counts?: components["schemas"]["CountsChange"];
        };
        SheetAgency: {
            /** @description Code; empty: the whole government. */
            code: string;
            /** @description Full name. */
            name: string;
            /** @description Name on buttons. */
            short: string;
            /** @description From the top down to itself. */
            path: components["schemas"]["AgencyName"][];
        };
        AgencyName: {
            /** @description Code of the agency. */
            code: string;
            /** @description Its full name. */
            name: string;
        };
        SheetNotice: {
            /**
             * @description What it is about.
             * @enum {string}
             */
            kind: "terminal_silent";
            /** @description Code of the agency. */
            agency: string;
            /** @description Whose terminal is silent. */
            terminal_name: string;
            /** @description When it was last heard. */
            since: string;
            /** @description How many are unknown there. */
            people: number;
        };
        SheetLine: {
            /** @description NIP, NI PPPK or another number. */
            number: string;
            /** @description Full name. */
            name: string;
            /**
             * @description Kind of contract.
             * @enum {string}
             */
            kind: "PNS" | "CPNS" | "PPPK" | "PPPK paruh waktu" | "kontrak";
            /** @description Code of the agency on that day. */
            agency: string;
            /** @description What they do. */
            position: string;
            /**
             * @description How the day stands.
             * @enum {string}
             */
            state: "not_due" | "waiting" | "on_time" | "late" | "missing_in" | "leave" | "sick" | "permit" | "duty_travel" | "study" | "off" | "unknown" | "unexplained";
            /**
             * @description Where the duty is done.
             * @enum {string}
             */
            mode: "WFO" | "WFH";
            /** @description First record of arrival. */
            first_in: string | null;
            /** @description Last record of leaving. */
            last_out: string | null;
            /** @description After the limit. */
            late_minutes: number;
            /** @description Before the end. */
            early_minutes: number;
            /** @description What stands beside the state. */
            flags: ("early_leave" | "missing_out" | "offline" | "under_review" | "manual" | "time" | "saturated")[];
        };
        DayPerson: {
            /** @description NIP, NI PPPK or another number. */
            number: string;
            /** @description Full name. */
            name: string;
            /**
             * @description Kind of contract.
             * @enum {string}
             */
            kind: "PNS" | "CPNS" | "PPPK" | "PPPK paruh waktu" | "kontrak";
            /** @description What they do. */
            position: string;
            /** @description Empty names: on no roster. */
            agency: components["schemas"]["AgencyName"];
        };
        DayWindow: {
            /** @description Punches count from here */
            from: string;
            /** @description ... to here. */
            to: string;
            /** @description The hours begin. */
            start: string;
            /** @description The hours end. */
            end: string;
        };
        DayStep: {
            /**
             * @description What the step looks at.
             * @enum {string}
             */
            kind: "agency" | "calendar" | "pattern" | "mode" | "leave" | "punch" | "terminal" | "unmapped" | "verdict";
            /** @description In a few words. */
            title: string;
            /** @description In a sentence. */
            detail: string;
            /** @description Decree or reference. */
            source?: string;
            /** @description Of a punch: the time on the terminal's clock. */
            at?: string;
            /** @description It is a punch, and the first in or last out. */
            decides: boolean;
            /** @description The punch. */
            punch?: components["schemas"]["DayPunch"];
        };
        DayNote: {
            /**
             * @description The flag.
             * @enum {string}
             */
            kind: "early_leave" | "missing_out" | "offline" | "under_review" | "manual" | "time" | "saturated";
            /** @description What it means, in the reader's language. */
            text: string;
        };
        RecapLine: {
            /** @description Its code. */
            agency: string;
            /** @description Full name. */
            name: string;
            /** @description Everybody who is on the roster. */
            strength: number;
            /** @description Strength without those who are off. */
            expected: number;
            /** @description not due yet */
            not_due: number;
            /** @description not here yet */
            waiting: number;
            /** @description on time */
            on_time: number;
            /** @description late */
            late: number;
            /** @description no record of arrival */
            missing_in: number;
            /** @description leave */
            leave: number;
            /** @description sick */
            sick: number;
            /** @description permit */
            permit: number;
            /** @description duty travel */
            duty_travel: number;
            /** @description study assignment */
            study: number;
            /** @description off */
            off: number;
            /** @description not known yet */
            unknown: number;
            /** @description unexplained */
            unexplained: number;
            /** @description On time, late or without a record of arrival. */
            present: number;
            /** @description Those whose duty is at home, across states. */
            wfh: number;
            /** @description Present of expected, as "96.61"; empty when nobody is expected. */
            present_percent: string;
            /** @description The same if everybody who is open turns out present. */
            present_percent_max: string;
        };
        Punch: {
            /** @description In the log. */
            position: number;
            /** @description Serial number. */
            terminal: string;
            /** @description What the terminal calls the person. */
            pin: string;
            /** @description The terminal's wall clock. */
            local_time: string;
            /** @description The direction key. */
            status: number;
            /** @description The verify code. */
            verify: number;
            /**
             * Format: date-time
             * @description When it arrived.
             */
            received_at: string;
        };
        DoubtfulPunch: {
            /** @description By which it is decided. */
            id: number;
            /** @description Serial number. */
            terminal: string;
            /** @description Where it stood when the punch came. */
            terminal_name: string;
            /** @description Code of that agency. */
            agency: string;
            /** @description What the terminal calls the person. */
            pin: string;
            /** @description Whom the PIN meant when it came; or empty. */
            number: string;
            /** @description The name of that person. */
            name: string;
            /** @description As the terminal's clock showed it. */
            local_time: string;
            /**
             * Format: date-time
             * @description When it came.
             */
            received_at: string;
            /** @description When it may truly have been made. */
            proposed_time: string;
            /**
             * @description What the proposal rests on.
             * @enum {string}
             */
            basis: "live" | "drift" | "upload";
            /**
             * @description Null while it waits.
             * @enum {string|null}
             */
            decision: "accepted" | "refused" | "undone" | null;
            /** @description At which it counts, when it was accepted. */
            true_time: string;
            /** @description Why it was decided so. */
            reason: string;
            /** @description The account that decided; empty: the command line. */
            author: string;
            /**
             * Format: date-time
             * @description When that was recorded.
             */
            decided_at: string | null;
        };
        ReviewedPunch: {
            /** @description The id of a doubtful punch. */
            id: number;
            /** @description When it was truly made, on the wall there; without it as proposed. */
            true_time?: string;
        };
        PendingTerminal: {
            /** @description Serial number. */
            serial: string;
            /**
             * Format: date-time
             * @description Since the program started.
             */
            first_seen_at: string | null;
            /**
             * Format: date-time
             * @description When it last called.
             */
            last_seen_at: string | null;
            /** @description Where it calls from. */
            address: string;
            /** @description As it tells. */
            model: string;
            /** @description As it tells. */
            firmware: string;
            /** @description How it speaks. */
            protocol: string;
            /** @description A proposal by its address, or empty. */
            suggested_agency: string;
        };
        TerminalReport: {
            /** @description To page by. */
            id: number;
            /** @description Serial number. */
            terminal: string;
            /** @description Where it stands. */
            terminal_name: string;
            /** @description Keyword of the row: OPLOG, ERRORLOG, ... */
            kind: string;
            /** @description It touches the evidence. */
            audit: boolean;
            /**
             * Format: date-time
             * @description When it was told.
             */
            received_at: string;
            /** @description Of an operation. */
            code?: number;
            /** @description What it says, in the reader's language. */
            text?: string;
            /** @description Who did it: a PIN. */
            operator?: string;
            /** @description The terminal's wall clock. */
            local_time?: string;
            /** @description As it came, without passwords and templates. */
            row: string;
        };
        VerifyCode: {
            /** @description Empty: every model without a row of its own. */
            model: string;
            /** @description The terminal's number. */
            code: number;
            /**
             * @description What it means.
             * @enum {string}
             */
            method: "iris" | "finger" | "face" | "palm" | "vein" | "card" | "pin" | "password" | "manual" | "other";
            /**
             * @description Who says so.
             * @enum {string}
             */
            source: "own" | "shipped" | "vendor";
            /** @description Nobody here has confirmed it. */
            unverified: boolean;
            /** @description The vendor's words, or empty. */
            text: string;
        };
        UnmappedPin: {
            /** @description The PIN. */
            pin: string;
            /** @description Serial number. */
            terminal: string;
            /** @description Where it stands. */
            terminal_name: string;
            /** @description Code of the agency, or empty. */
            agency: string;
            /**
             * Format: date-time
             * @description First seen
             */
            first_at: string;
            /**
             * Format: date-time
             * @description ... and last.
             */
            last_at: string;
            /** @description How many punches wait for an owner. */
            punches: number;
            /** @description The likeliest first. */
            owners: components["schemas"]["LikelyOwner"][];
        };
        Leave: {
            /** @description Of the person. */
            number: string;
            /**
             * @description What excuses the days.
             * @enum {string}
             */
            kind: "leave" | "sick" | "permit" | "duty_travel" | "study";
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /**
             * Format: date
             * @description Last day.
             */
            to: string;
            /** @description Number of the letter, or empty. */
            reference: string;
            /** @description Who recorded or withdrew it; empty: the command line. */
            author: string;
            /** @description True when it excuses no day any more. */
            withdrawn: boolean;
            /**
             * Format: date-time
             * @description When; the same for all rows of one file.
             */
            recorded_at: string;
        };
        Pattern: {
            /** @description What agencies name. */
            code: string;
            /** @description base, or what lies over it for some days. */
            layer: string;
            /**
             * Format: date
             * @description First day.
             */
            valid_from: string;
            /**
             * Format: date
             * @description Last day.
             */
            valid_to: string | null;
            /**
             * @description Weekdays, or as a roster says.
             * @enum {string}
             */
            duty: "calendar" | "roster";
            /** @description So long after the start is still on time. */
            tolerance_minutes: number;
            /** @description Worked in a week; 0 where a roster says. */
            week_minutes: number;
            /** @description For people. */
            name: string;
            /** @description The decree it rests on. */
            decree: string;
            /** @description What has to be known before relying on it. */
            note: string;
            /** @description The government's own, not the program's. */
            own: boolean;
            /** @description Of weekdays, or of shifts. */
            hours: components["schemas"]["PatternSlot"][];
        };
        PatternHours: {
            /** @description mon to sun, or the name of a shift. */
            slot: string;
            /** @description 07:30 */
            start: string;
            /** @description 16:00, or 07:00+1 on the next day. */
            end: string;
            /** @description 12:00 */
            rest_from?: string;
            /** @description 13:00 */
            rest_to?: string;
        };
        QuarantineRow: {
            /** @description To page by. */
            id: number;
            /** @description Serial number. */
            terminal: string;
            /** @description Where it stands. */
            terminal_name: string;
            /**
             * Format: date-time
             * @description When the row came.
             */
            received_at: string;
            /** @description A word: why it could not be read. */
            reason: string;
            /** @description The row as it came, in base64. */
            bytes: string;
            /** @description The same for people to look at. */
            text: string;
            /** @description Where in the bytes the fault begins */
            mark_from: number;
            /** @description ... and ends. */
            mark_to: number;
        };
        InspectionProposal: {
            /**
             * Format: date
             * @description The day that is proposed.
             */
            day: string;
            /**
             * @description Of which kind.
             * @enum {string}
             */
            kind: "surprise" | "announced" | "meeting";
            /**
             * Format: date
             * @description First of the days off before it.
             */
            first: string;
            /**
             * Format: date
             * @description Last of them.
             */
            last: string;
            /** @description The decree on the holiday. */
            decree: string;
            /** @description The same as a sentence of minutes, in Indonesian. */
            because: string;
        };
        InspectionMember: {
            /** @description Who. */
            name: string;
            /** @description As what. */
            title: string;
            /**
             * @description Which part.
             * @enum {string}
             */
            part: "leader" | "delegate" | "moderator" | "recorder" | "member" | "official";
        };
        InspectionProgress: {
            /** @description That are called. */
            agencies: number;
            /** @description That have answered. */
            done: number;
            /** @description That is called now: none or one. */
            called: number;
            /** @description That wait. */
            waiting: number;
            /** @description That did not answer. */
            silent: number;
            /** @description That were not there. */
            absent: number;
            /** @description That were passed over. */
            skipped: number;
            /** @description That gave their figures. */
            stated: number;
        };
        InspectionFrozen: {
            /**
             * Format: date-time
             * @description The instant the figures are of.
             */
            at: string;
            /** @description Of the log, included in them. */
            position: number;
            /** @description Everybody. */
            total: components["schemas"]["Counts"];
            /** @description Civil servants. */
            asn: components["schemas"]["Counts"];
            /** @description Contract staff. */
            contract: components["schemas"]["Counts"];
        };
        InspectionLive: {
            /**
             * Format: date-time
             * @description When the figures were so.
             */
            at: string;
            /** @description Everybody who is asked about. */
            total: components["schemas"]["Counts"];
        };
        InspectionAgency: {
            /** @description Code. */
            code: string;
            /** @description Full name, as at the opening. */
            name: string;
            /** @description Dinas, Kecamatan ... */
            kind: string;
            /** @description In the order of calling, from 1. */
            place: number;
            /**
             * @description How it stands.
             * @enum {string}
             */
            state: "waiting" | "called" | "answering" | "answered" | "silent" | "absent" | "skipped";
            /** @description How often it was called. */
            calls: number;
            /**
             * Format: date-time
             * @description When, the last time.
             */
            called_at: string | null;
            /**
             * Format: date-time
             * @description When somebody answered.
             */
            answered_at: string | null;
            /**
             * Format: date-time
             * @description When the call ended.
             */
            ended_at: string | null;
            /** @description Who answered. */
            by: string;
            /** @description As what: head or deputy, or a title. */
            post: string;
            /** @description The machine at the opening. */
            opening: components["schemas"]["Headcount"] | null;
            /** @description The machine now; null on another day. */
            live: components["schemas"]["Headcount"] | null;
            /** @description What its head said. */
            statement: components["schemas"]["InspectionStatement"] | null;
            /** @description The signed recap on paper, when there is one. */
            recap: components["schemas"]["InspectionRecap"] | null;
            /**
             * Format: date
             * @description Of the written report.
             */
            report_due: string | null;
            /**
             * Format: date-time
             * @description When it came.
             */
            report_received_at: string | null;
        };
        InspectionInstruction: {
            /** @description Its number in this inspection. */
            item: number;
            /** @description Code of the agency, or empty: all. */
            agency: string;
            /** @description What is to be done. */
            text: string;
            /** @description By whom. */
            owner: string;
            /**
             * Format: date
             * @description Until when.
             */
            deadline: string | null;
            /**
             * @description How it stands.
             * @enum {string}
             */
            state: "open" | "done" | "withdrawn";
            /**
             * Format: date-time
             * @description When it was given.
             */
            at: string;
        };
        InspectionProgramme: {
            /** @description Its number in this inspection. */
            item: number;
            /** @description Code of the agency that reports it. */
            agency: string;
            /** @description What is carried out. */
            title: string;
            /** @description What is counted: desa. */
            unit: string;
            /** @description So many are done ... */
            done: number;
            /** @description ... of so many ... */
            total: number;
            /** @description ... so that these remain. */
            remaining: number;
            /**
             * Format: date
             * @description When all shall be done.
             */
            target: string | null;
            /** @description What holds it up. */
            blocker: string;
            /**
             * Format: date-time
             * @description When it was counted.
             */
            at: string;
        };
        InspectionGroup: {
            /**
             * @description Of whom.
             * @enum {string}
             */
            group: "all" | "asn" | "contract";
            /** @description The machine now. */
            machine: components["schemas"]["Headcount"];
            /** @description What the head said of this group. */
            said: components["schemas"]["Headcount"] | null;
            /** @description The machine when the head said it. */
            stated_machine: components["schemas"]["Headcount"] | null;
        };
        InspectionMissing: {
            /** @description Number of the person. */
            number: string;
            /** @description Name. */
            name: string;
            /** @description Of which part of the agency. */
            unit: string;
            /** @description As what. */
            position: string;
            /**
             * @description Kind of contract.
             * @enum {string}
             */
            kind: "PNS" | "CPNS" | "PPPK" | "PPPK paruh waktu" | "kontrak";
            /**
             * @description How the day stands for the machine.
             * @enum {string}
             */
            state: "not_due" | "waiting" | "on_time" | "late" | "missing_in" | "leave" | "sick" | "permit" | "duty_travel" | "study" | "off" | "unknown" | "unexplained";
            /**
             * @description The reason that was given.
             * @enum {string|null}
             */
            claim: "claimed_present" | "sick" | "permit" | "duty_travel" | "away" | "family" | "terminal" | "unreachable" | "other" | null;
            /** @description A short note. */
            note: string;
            /** @description Who gave the reason. */
            by: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string | null;
            /** @description What the person says to it. */
            answer: string;
            /** @description It may speak of health: others read it. */
            answer_hidden: boolean;
        };
        InspectionArrival: {
            /** @description Number of the person. */
            number: string;
            /** @description Name. */
            name: string;
            /** @description When. */
            first_in: string;
        };
        InspectionTrail: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /**
             * @description What was done.
             * @enum {string}
             */
            act: "opened" | "ordered" | "called" | "answering" | "answered" | "silent" | "absent" | "skipped" | "stated" | "confirmed" | "claimed" | "replied" | "recap" | "recap_confirmed" | "scanned" | "noted" | "instructed" | "programme" | "closed" | "report_asked" | "report_reminded" | "report_received" | "follow_up" | "amended" | "recording_begun" | "recording_ended";
            /** @description In Indonesian. */
            text: string;
        };
        InspectionNote: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description About which agency, or empty. */
            agency: string;
            /** @description The note. */
            text: string;
            /** @description The account. */
            author: string;
        };
        InspectionManualRecap: {
            /** @description 1, then corrections. */
            paper: number;
            /**
             * Format: date-time
             * @description When it was entered; it is locked since.
             */
            at: string | null;
            /** @description Whose signature it bears. */
            signed_by: string;
            /**
             * Format: date
             * @description On which day.
             */
            signed_on: string | null;
            /**
             * @description Who entered its figures.
             * @enum {string}
             */
            source: "agency" | "team";
            /** @description By the head, when the team entered them. */
            confirmed: boolean;
            /** @description They came when the session was closed. */
            after_closing: boolean;
            /** @description Why it corrects the one before. */
            reason: string;
            /** @description What it says; null before it is signed. */
            said: components["schemas"]["Headcount"] | null;
            /** @description The same by groups, as far as it says so. */
            groups: components["schemas"]["InspectionRecapGroup"][];
            /** @description Its pages, photographed. */
            pages: components["schemas"]["InspectionRecapPage"][];
        };
        InspectionSaid: {
            /**
             * @description Of whom; without it all.
             * @enum {string}
             */
            group?: "all" | "asn" | "contract";
            /** @description Present. */
            present: number;
            /** @description Sick. */
            sick: number;
            /** @description On permit. */
            permit: number;
            /** @description On leave. */
            leave: number;
            /** @description On duty elsewhere. */
            duty_travel: number;
            /** @description On a study assignment, or off. */
            other: number;
            /** @description Not accounted for. */
            missing: number;
        };
        InspectionReason: {
            /** @description Number of the person. */
            number: string;
            /**
             * @description The class of the reason.
             * @enum {string}
             */
            claim: "claimed_present" | "sick" | "permit" | "duty_travel" | "away" | "family" | "terminal" | "unreachable" | "other";
            /** @description A short note; never about health. */
            note?: string;
        };
        InspectionReport: {
            /** @description Code of the agency. */
            agency: string;
            /** @description Its name, as at the opening. */
            name: string;
            /**
             * @description How it stands.
             * @enum {string}
             */
            state: "ordered" | "reminded" | "received" | "received_late" | "overdue";
            /**
             * Format: date
             * @description Until the end of this day.
             */
            due: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            asked_at: string;
            /**
             * Format: date-time
             * @description When it was reminded of, the last time.
             */
            reminded_at: string | null;
            /** @description How often it was reminded of. */
            reminders: number;
            /** @description The last reminder was the program's own. */
            by_clock: boolean;
            /**
             * Format: date-time
             * @description When it came.
             */
            received_at: string | null;
            /** @description Number of the letter, or empty. */
            reference: string;
        };
        OwedReport: {
            /** @description Code of the inspection. */
            inspection: string;
            /** @description What it is called. */
            title: string;
            /**
             * Format: date
             * @description The day it inspected.
             */
            day: string;
            /**
             * Format: date
             * @description Until the end of this day.
             */
            due: string;
            /**
             * @description How it stands.
             * @enum {string}
             */
            state: "ordered" | "reminded" | "received" | "received_late" | "overdue";
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            asked_at: string;
            /**
             * Format: date-time
             * @description When it was reminded of, the last time.
             */
            reminded_at: string | null;
        };
        InspectionRecorded: {
            /** @description True when any of the session was. */
            recorded: boolean;
            /** @description From when to when, and by whose order it was announced. */
            periods: components["schemas"]["RecordingPeriod"][];
            /** @description For how many days recordings are kept. */
            keep_days: number;
            /** @description That is the program's own proposal: nobody decided it. */
            keep_is_usual: boolean;
            /**
             * Format: date
             * @description The last day on which all of it is kept.
             */
            kept_to: string | null;
        };
        InspectionComparison: {
            /** @description Code of the agency. */
            agency: string;
            /** @description Its name. */
            name: string;
            /**
             * @description Of whom; everybody stands first.
             * @enum {string}
             */
            group: "all" | "asn" | "contract";
            /** @description The terminals. */
            machine: components["schemas"]["InspectionComparedMachine"];
            /** @description The head in the session; null: there is none. */
            statement: components["schemas"]["InspectionComparedStatement"] | null;
            /** @description The signed recap on paper; null: there is none. */
            recap: components["schemas"]["InspectionComparedRecap"] | null;
            /** @description Papers that correct it; they stand beside it. */
            corrections: components["schemas"]["InspectionComparedRecap"][];
        };
        InspectionClaimCount: {
            /**
             * @description The class of reason that was given.
             * @enum {string}
             */
            word: "claimed_present" | "sick" | "permit" | "duty_travel" | "away" | "family" | "terminal" | "unreachable" | "other";
            /** @description For how many. */
            people: number;
        };
        InspectionFollowUpCount: {
            /**
             * @description The path that was chosen.
             * @enum {string}
             */
            word: "guidance" | "order_breach" | "day_ladder" | "none" | "withdrawn";
            /** @description For how many. */
            people: number;
        };
        InspectionRegisterChange: {
            /**
             * Format: date-time
             * @description When it was entered.
             */
            at: string;
            /** @description The account; empty: the command line. */
            author: string;
            /** @description Of which kind the entry is. */
            kind: string;
            /** @description The same as the paper says it. */
            label: string;
            /** @description The server's clock had been set back: it came later. */
            misdated: boolean;
            /** @description How many entries at that moment. */
            rows: number;
            /** @description Of them, entered when their day had begun. */
            backdated: number;
            /** @description The kind of leave, or the decision, of a single one. */
            what?: string;
            /**
             * Format: date
             * @description The first day that a single one speaks of.
             */
            from: string | null;
            /**
             * Format: date
             * @description The last.
             */
            to: string | null;
        };
        InspectionAmendmentRow: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description By which account. */
            author: string;
            /** @description What is corrected. */
            said: string;
        };
        InspectionActRow: {
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            at: string;
            /** @description Of the fact in the log of its lane. */
            position: number;
            inspection: string;
            /**
             * @description What was done.
             * @enum {string}
             */
            act: "opened" | "ordered" | "called" | "answering" | "answered" | "silent" | "absent" | "skipped" | "stated" | "confirmed" | "claimed" | "replied" | "recap" | "recap_confirmed" | "scanned" | "noted" | "instructed" | "programme" | "closed" | "report_asked" | "report_reminded" | "report_received" | "follow_up" | "amended" | "recording_begun" | "recording_ended";
            /** @description Code of the agency it is about. */
            agency?: string;
            /** @description Number of the person it is about. */
            person?: string;
            /** @description Of a list; or a place. */
            item?: number;
            /**
             * @description Of whom the counts are.
             * @enum {string}
             */
            people_group?: "all" | "asn" | "contract";
            /** @description Who spoke, owns, decides or signed. */
            name?: string;
            /** @description As what. */
            post?: string;
            /** @description What was chosen. */
            word?: string;
            /** @description In words. */
            said?: string;
            /**
             * Format: date
             * @description A deadline, target or date.
             */
            day?: string;
            /** @description Present. */
            present?: number;
            /** @description Sick. */
            sick?: number;
            /** @description On permit. */
            permit?: number;
            /** @description On leave. */
            leave?: number;
            /** @description On duty elsewhere. */
            duty_travel?: number;
            /** @description On study or off. */
            other?: number;
            /** @description Missing. */
            missing?: number;
            /** @description Done so far. */
            done?: number;
            /** @description Of how many. */
            total?: number;
            /** @description A letter, or what holds it up. */
            reference?: string;
            /** @description The account that did it. */
            author?: string;
        };
        InspectionPaper: {
            /** @description On each page of it. */
            code: string;
            /** @description minutes. */
            kind: string;
            /** @description What it is. */
            title: string;
            /** @description What it is about. */
            about?: string;
            /** @description Its number. */
            number?: string;
            /** @description Who signs. */
            signer: string;
            /** @description As which. */
            position: string;
            /** @description With which account it was sealed. */
            account?: string;
            /**
             * Format: date-time
             * @description When it was sealed.
             */
            issued_at: string;
            /**
             * @description How it is signed.
             * @enum {string}
             */
            signature: "own" | "wet_ink" | "certified";
            /**
             * @description How it stands now.
             * @enum {string}
             */
            status: "valid" | "superseded" | "withdrawn";
            /** @description Code of what has taken its place. */
            successor?: string;
            /** @description Why it was withdrawn. */
            reason?: string;
            /** @description BLAKE2b-256 of the file, in hexadecimal. */
            digest: string;
            /** @description Of the file. */
            bytes: number;
            /** @description Where the public verifies it, when the government has set its address. */
            address?: string;
        };
        InspectionPaperCopy: {
            /** @description 1, then those that were filed after it. */
            number: number;
            /**
             * @description Signed in ink, or by a provider.
             * @enum {string}
             */
            kind: "scan" | "certified";
            /**
             * Format: date-time
             * @description When it was filed.
             */
            at: string;
            /** @description The account that filed it; empty: the command line. */
            author: string;
            /** @description BLAKE2b-256 of the file; empty when it was erased. */
            digest: string;
            /** @description Of the file. */
            bytes: number;
        };
        InspectionUnexplained: {
            /** @description Number of the person. */
            number: string;
            /** @description Name. */
            name: string;
            /** @description Code of the agency of the roll call. */
            agency: string;
            /** @description Its name. */
            agency_name: string;
            /** @description Of which part of it. */
            unit: string;
            /**
             * @description Kind of contract.
             * @enum {string}
             */
            kind: "PNS" | "CPNS" | "PPPK" | "PPPK paruh waktu" | "kontrak";
            /**
             * @description How the day stands now.
             * @enum {string}
             */
            state: "not_due" | "waiting" | "on_time" | "late" | "missing_in" | "leave" | "sick" | "permit" | "duty_travel" | "study" | "off" | "unknown" | "unexplained";
            /**
             * @description The reason that was given.
             * @enum {string|null}
             */
            claim: "claimed_present" | "sick" | "permit" | "duty_travel" | "away" | "family" | "terminal" | "unreachable" | "other" | null;
            /** @description The note beside it. */
            note: string;
            /** @description What the person says to it. */
            answer: string;
            /** @description It may speak of health: others read it. */
            answer_hidden: boolean;
            /**
             * @description The path that holds; null: none was chosen, or it was taken back.
             * @enum {string|null}
             */
            path: "guidance" | "order_breach" | "day_ladder" | "none" | "withdrawn" | null;
            /** @description All that was chosen, in order. */
            choices: components["schemas"]["InspectionFollowUpChoice"][];
        };
        InspectionAmendment: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            at: string;
            /**
             * @description What it corrects.
             * @enum {string}
             */
            about: "minutes" | "figures" | "statement" | "instruction" | "programme";
            /** @description Of which agency, or empty. */
            agency: string;
            /** @description The correction. */
            text: string;
            /** @description The account that made it. */
            author: string;
        };
        InspectionOrderState: {
            /** @description Its number in this inspection. */
            item: number;
            /**
             * @description How it stands.
             * @enum {string}
             */
            state: "open" | "done" | "withdrawn";
            /**
             * Format: date
             * @description Until the end of this day.
             */
            deadline: string | null;
            /** @description It is open after that day. */
            overdue: boolean;
            /** @description What was written with the last change. */
            note: string;
            /** @description The account that gave it. */
            author: string;
            /**
             * Format: date-time
             * @description When it changed, the last time.
             */
            changed_at: string;
        };
        InspectionMetrics: {
            /** @description From the opening to the closing, or until now. */
            seconds: number;
            /** @description Of the calls that ended, on average. */
            seconds_a_agency: number;
            /** @description Agencies that answered. */
            covered: number;
            /** @description Agencies that gave no figures. */
            without_statement: number;
        };
        InspectionNameReading: {
            /**
             * Format: date-time
             * @description When, the first time on that day.
             */
            at: string;
            /** @description By which account. */
            account: string;
            /**
             * @description What it was that shows names.
             * @enum {string}
             */
            kind: "people" | "follow_ups" | "acts" | "pages" | "recording";
            /** @description Of which agency; empty: all. */
            agency: string;
        };
        RecordingPeriod: {
            /**
             * Format: date-time
             * @description Everybody in the room was told from here on.
             */
            from: string;
            /**
             * Format: date-time
             * @description Null: it goes on.
             */
            to: string | null;
            /** @description The account that ordered it. */
            by: string;
        };
        RecordedMember: {
            /** @description What films and floor call this member. */
            member: string;
            /** @description As others saw him. */
            name: string;
            /** @description What he was in the room. */
            role: string;
            /** @description Code of the agency he spoke for; else empty. */
            agency: string;
        };
        Film: {
            /** @description Its name: the last part of its address. */
            film: string;
            /** @description Whose sound or picture. */
            member: string;
            /** @description sound, picture or screen. */
            medium: string;
            /** @description Milliseconds from the beginning of the recording. */
            from: number;
            /** @description Milliseconds. */
            lasts: number;
            /** @description Its size. */
            bytes: number;
            /** @description Turn it so many degrees clockwise to see it upright. */
            rotation: number;
        };
        RecordedFloor: {
            /** @description Who had the floor from here on; empty: nobody. */
            member: string;
            /** @description Milliseconds from the beginning of the recording. */
            from: number;
        };
        RecordingChapter: {
            /** @description Code of the agency that was called. */
            agency: string;
            /** @description Milliseconds from the beginning of the recording; below 0: before it. */
            from: number;
            /**
             * Format: date-time
             * @description When it was called.
             */
            called_at: string;
            /**
             * Format: date-time
             * @description When somebody answered.
             */
            answered_at: string | null;
            /**
             * Format: date-time
             * @description When figures were stated.
             */
            stated_at: string | null;
            /**
             * Format: date-time
             * @description When the call ended.
             */
            ended_at: string | null;
            /**
             * @description How it ended.
             * @enum {string}
             */
            state: "waiting" | "called" | "answering" | "answered" | "silent" | "absent" | "skipped";
            /** @description Who answered; empty: nobody. */
            by: string;
            /** @description As what. */
            post: string;
        };
        Delegation: {
            /** @description Code of the agency. */
            agency: string;
            /** @description By which the deputy signs in. */
            account: string;
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /**
             * Format: date
             * @description Last day.
             */
            to: string;
            /** @description Who. */
            name: string;
            /** @description As what; empty when it was not said. */
            title: string;
            /** @description The letter by which. */
            authority: string;
            /** @description The account that entered it. */
            author: string;
        };
        IceServer: {
            /** @description As RTCIceServer has them. */
            urls: string[];
            /** @description Of a relay; good until the seconds at its beginning, else empty. */
            username: string;
            /** @description Its password. */
            credential: string;
        };
        RoomStream: {
            /** @description Its name within the member's connection. */
            mid: string;
            /** @description sound or picture. */
            medium: string;
            /** @description screen for a shared screen, else empty. */
            about: string;
            /** @description It comes in several sizes. */
            simulcast: boolean;
        };
        RoomWish: {
            /** @description The member whose streams these are. */
            feed: string;
            /** @description One of them; all when it is left out. */
            mid?: string;
        };
        RoomSubscription: {
            /** @description Its name within the receiver's connection. */
            mid: string;
            /** @description sound or picture. */
            medium: string;
            /** @description Whose it is; empty: nobody's any more. */
            feed: string;
            /** @description Its name at its sender. */
            feed_mid: string;
            /** @description It is being sent. */
            active: boolean;
        };
        RoomLayer: {
            /** @description The mid of the received stream. */
            mid: string;
            /** @description 0 small, 1 middle, 2 large; -1: send nothing. */
            size: number;
            /** @description 0 few pictures a second to 2 all. */
            pace?: number;
        };
        SummaryFact: {
            /** @description What it is. */
            label: string;
            /** @description The same in English. */
            label_en?: string;
            /** @description As the paper has it. */
            value: string;
        };
        SummaryTable: {
            /** @description Its heading. */
            title: string;
            /** @description The same in English. */
            title_en?: string;
            /** @description Heads of the columns of figures. */
            columns: string[];
            /** @description The same in English. */
            columns_en?: string[];
            /** @description In the order of the paper. */
            rows: components["schemas"]["SummaryRow"][];
        };
        SummaryNote: {
            /** @description A sentence under the figures. */
            text: string;
            /** @description The same in English. */
            text_en?: string;
        };
        ArrivalMinute: [
            string,
            number,
            number
        ];
        DayPunch: {
            /** @description In the log. */
            position: number;
            /** @description Serial number. */
            terminal: string;
            /** @description What the terminal calls the person. */
            pin: string;
            /** @description The terminal's wall clock. */
            local_time: string;
            /**
             * Format: date-time
             * @description When it arrived.
             */
            received_at: string;
            /** @description The row as it came: PIN, time, direction, verify code. */
            raw: string;
            /**
             * @description How the person was recognised.
             * @enum {string}
             */
            method: "iris" | "finger" | "face" | "palm" | "vein" | "card" | "pin" | "password" | "manual" | "other";
            /** @description The key that was pressed, or empty. */
            direction: string;
            /** @description What is doubtful about it. */
            flags: ("time" | "backlog")[];
        };
        LikelyOwner: {
            /** @description Number of the person. */
            number: string;
            /** @description Full name. */
            name: string;
            /**
             * @description Why they are likely.
             * @enum {string}
             */
            because: "number_equals" | "only_without_pin" | "number_starts_with" | "without_pin" | "digits_swapped";
        };
        PatternSlot: {
            /** @description mon to sun, or the name of a shift. */
            slot: string;
            /** @description 07:30 */
            start: string;
            /** @description 16:00, or 07:00+1 on the next day. */
            end: string;
            /** @description Empty without a rest. */
            rest_from: string;
            /** @description Empty without a rest. */
            rest_to: string;
        };
        Headcount: {
            /** @description Everybody: the sum of the next seven. */
            strength: number;
            /** @description On time, late, or without a record of arrival. */
            present: number;
            /** @description Sick. */
            sick: number;
            /** @description On permit. */
            permit: number;
            /** @description On leave. */
            leave: number;
            /** @description On duty elsewhere. */
            duty_travel: number;
            /** @description On a study assignment, or off. */
            other: number;
            /** @description Nobody has said where they are, so far. */
            missing: number;
            /** @description Of the missing, those the machine cannot know yet. */
            unknown: number;
        };
        InspectionStatement: {
            /**
             * Format: date-time
             * @description When it was given.
             */
            at: string;
            /**
             * @description How it was given.
             * @enum {string}
             */
            source: "form" | "spoken" | "telephone";
            /** @description By the head, when somebody else entered it. */
            confirmed: boolean;
            /** @description Who gave it. */
            by: string;
            /** @description As what. */
            post: string;
            /** @description What was said. */
            said: components["schemas"]["Headcount"];
            /** @description The machine, at that second. */
            machine: components["schemas"]["Headcount"];
        };
        InspectionRecap: {
            /** @description Signed: 1, and one more for each correction. */
            papers: number;
            /** @description Photographed, of all of them. */
            pages: number;
            /**
             * Format: date-time
             * @description When its figures were entered.
             */
            at: string | null;
            /** @description What it says; it is locked. */
            said: components["schemas"]["Headcount"] | null;
            /** @description It came when the session was closed. */
            after_closing: boolean;
            /** @description The team entered the last figures; the head has not confirmed them. */
            unconfirmed: boolean;
            /**
             * Format: date-time
             * @description When it was corrected last.
             */
            corrected_at: string | null;
            /** @description What the last correction says. */
            corrected: components["schemas"]["Headcount"] | null;
        };
        InspectionRecapGroup: {
            /**
             * @description Of whom.
             * @enum {string}
             */
            group: "all" | "asn" | "contract";
            /** @description What it says of them. */
            said: components["schemas"]["Headcount"];
        };
        InspectionRecapPage: {
            /** @description Its number, from 1. */
            page: number;
            /**
             * @description What kind of file.
             * @enum {string}
             */
            type: "pdf" | "jpeg" | "png";
            /** @description Its size. */
            bytes: number;
            /**
             * Format: date-time
             * @description When it came.
             */
            at: string;
        };
        InspectionComparedMachine: {
            /**
             * Format: date-time
             * @description The second of the statement; without one, of the opening.
             */
            at: string | null;
            /** @description Its figures. */
            said: components["schemas"]["Headcount"];
        };
        InspectionComparedStatement: {
            /**
             * Format: date-time
             * @description When it was given.
             */
            at: string;
            /** @description Who gave it. */
            by: string;
            /**
             * @description How it was given.
             * @enum {string}
             */
            source: "form" | "spoken" | "telephone";
            /** @description By the head, when somebody else entered it. */
            confirmed: boolean;
            /** @description What was said. */
            said: components["schemas"]["Headcount"];
        };
        InspectionComparedRecap: {
            /** @description 1: the recap; then corrections. */
            paper: number;
            /**
             * Format: date-time
             * @description When its figures were entered; they are locked since.
             */
            at: string;
            /** @description Whose signature it bears. */
            signed_by: string;
            /**
             * Format: date
             * @description On which day.
             */
            signed_on: string | null;
            /**
             * @description Who entered its figures.
             * @enum {string}
             */
            source: "agency" | "team";
            /** @description By the head, when the team entered them. */
            confirmed: boolean;
            /** @description They came when the session was closed. */
            after_closing: boolean;
            /** @description Why it corrects the one before; empty for the recap. */
            reason: string;
            /** @description What it says. */
            said: components["schemas"]["Headcount"];
        };
        InspectionFollowUpChoice: {
            /**
             * Format: date-time
             * @description When it was chosen.
             */
            at: string;
            /**
             * @description Which path.
             * @enum {string}
             */
            path: "guidance" | "order_breach" | "day_ladder" | "none" | "withdrawn";
            /** @description Why. */
            reason: string;
            /** @description The official who chose it. */
            official: string;
            /** @description The account that entered it. */
            author: string;
        };
        SummaryRow: {
            /** @description What is counted. */
            label: string;
            /** @description The same in English. */
            label_en?: string;
            /**
             * @description A row, a part of the row above, or their sum.
             * @enum {string}
             */
            kind: "row" | "part" | "sum";
            /** @description The state it counts. */
            state?: string;
            /** @description One a column, as the paper has them. */
            cells: string[];
        };
    };
    responses: {
        /** @description A refusal (RFC 9457): its code, and the field at fault if there is one. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
