/* limits.h - every maximum, on one page, with its unit and its reason.
 *
 * A size that comes from outside is compared with a name from this page
 * before anything is allocated for it. */
#pragma once

enum {
    /* Numbers of things in one government: the whole civil service fits. */
    PEOPLE_MAX = 8 * 1000 * 1000,
    AGENCIES_MAX = 60 * 1000, /* kept in 16 bits by the board */
    TERMINALS_MAX = 60 * 1000,
    AGENCY_DEPTH_MAX = 16,

    /* Texts, in bytes of UTF-8. */
    NAME_BYTES_MAX = 200,
    CODE_BYTES_MAX = 64,
    PERSON_NUMBER_BYTES_MAX = 32,
    PIN_BYTES_MAX = 32, /* Fingerspot goes to 22, an NIP has 18 */
    SERIAL_BYTES_MAX = 64,
    REFERENCE_BYTES_MAX = 200,
    PASSWORD_BYTES_MIN = 10,
    PASSWORD_BYTES_MAX = 200,

    /* HTTP. */
    REQUEST_BODY_BYTES_MAX = 2 * 1024 * 1024,      /* terminals are told 1 MiB; the sealed minutes
                                                      of 200 agencies have 0.4 MB */
    REQUEST_BODIES_BYTES_MAX = 64 * 1024 * 1024,   /* all bodies in flight but the small ones */
    HTTP_PASSED_OVER_BYTES_MAX = 16 * 1024 * 1024, /* read of a refused body, and forgotten */
    HTTP_SMALL_BODY_BYTES = 1024,                  /* all connections together: 15 MB */
    REPLY_BYTES_MAX = 256 * 1024 * 1024,           /* a sheet of the whole government */
    HTTP_CONNECTION_BYTES = 8 * 1024,              /* URL, headers and buffers of one connection */
    HTTP_UPLOAD_SECONDS = 20,                      /* of silence while a body is sent */
    HTTP_STATES_KEPT = 256,                    /* finished requests whose memory is used again */
    HTTP_COMPRESS_BYTES_MIN = 1024,            /* below it a packet is saved at best */
    HTTP_COMPRESS_BYTES_MAX = 8 * 1024 * 1024, /* above it a thread is busy for too long */
    CONNECTIONS_MAX = 15 * 1000,
    STREAMS_MAX = 6 * 1000,
    JSON_DEPTH_MAX = 16,
    JSON_VALUES_MAX = 200 * 1000, /* some 100 bytes each while it is read */

    /* The ledger. */
    LEDGER_QUEUE_MAX = 16 * 1024, /* commands waiting */
    LEDGER_BATCH_MAX = 4 * 1024,  /* commands in one transaction */
    ENTRY_BYTES_MAX = 64 * 1024,  /* one fact */

    /* Rooms of video. */
    VIDEO_ROOMS_MAX = 16,
    VIDEO_MEMBERS_MAX = 200,            /* of a room: all OPD of a regency, and guests */
    VIDEO_STREAMS_MAX = 4,              /* of a member: microphone, camera, screen */
    VIDEO_SUBSCRIPTIONS_MAX = 4 * 200,  /* what one member receives */
    VIDEO_QUEUE_MAX = 1024,             /* asks waiting */
    VIDEO_SDP_BYTES_MAX = 64 * 1024,    /* of a browser: 8 KB for a camera in three sizes */
    VIDEO_OFFER_BYTES_MAX = 512 * 1024, /* of Janus: 1 KB for each stream it sends */
    VIDEO_CANDIDATE_BYTES_MAX = 1024,
    VIDEO_SAYING_BYTES_MAX = 1000, /* one line of chat */

    /* An inspection. */
    SAME_ACTS_MAX = 50, /* of one kind about one agency, person or item: what is said again
                           and again must not fill the log of the session */

    /* A recap on paper. */
    RECAP_PAGES_MAX = 10, /* of one paper, photographed page by page */
    RECAP_PAPERS_MAX = 5, /* of an agency in an inspection: the recap, and corrections of it */

    /* A document. */
    DOCUMENT_COPIES_MAX = 8, /* signed otherwise, beside one; each is published as a note */

    /* Files. */
    CSV_CELL_BYTES_MAX = 4 * 1024,
    CSV_COLUMNS_MAX = 64,
    CSV_FILE_BYTES_MAX = 1024 * 1024 * 1024,
};
