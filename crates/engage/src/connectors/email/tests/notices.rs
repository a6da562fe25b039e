//! Notices of letters that came back, in the shape in which each server writes them. `OURS` stands for the Message-ID of the
//! letter.

/// Postfix, of a mailbox that the next server does not have.
pub const POSTFIX: &str = "From: MAILER-DAEMON@mx.kubek.pl (Mail Delivery System)
To: hello@kubek.pl
Return-Path: <>
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=\"4Fx1.1700/mx.kubek.pl\"
Message-Id: <20261121120001.4Fx1@mx.kubek.pl>

This is a MIME-encapsulated message.

--4Fx1.1700/mx.kubek.pl
Content-Description: Notification
Content-Type: text/plain; charset=utf-8

Your letter could not be delivered to one of its readers.

--4Fx1.1700/mx.kubek.pl
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.kubek.pl
X-Postfix-Queue-ID: 4Fx1
Arrival-Date: Sat, 21 Nov 2026 12:00:00 +0000 (UTC)

Final-Recipient: rfc822; anna@example.com
Original-Recipient: rfc822;anna@example.com
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.example.com
Diagnostic-Code: smtp; 550 5.1.1 <anna@example.com>: Recipient address
    rejected: User unknown in virtual mailbox table

--4Fx1.1700/mx.kubek.pl
Content-Description: Undelivered Message
Content-Type: message/rfc822

From: Kubek <hello@kubek.pl>
To: anna@example.com
Message-ID: <OURS>
Subject: Re: Lamp

Yes, it is in stock.

--4Fx1.1700/mx.kubek.pl--
";

/// Exim, which says `5.0.0` of everything and lets the other server's words tell the rest.
pub const EXIM: &str = "Return-path: <>
X-Failed-Recipients: anna@example.com
Auto-Submitted: auto-replied
From: Mail Delivery System <Mailer-Daemon@mx.kubek.pl>
To: hello@kubek.pl
Content-Type: multipart/report; report-type=delivery-status; boundary=1763726401-eximdsn-1
MIME-Version: 1.0
Subject: Mail delivery failed: returning message to sender
Message-Id: <E1vMXYZ-000001-2a@mx.kubek.pl>

--1763726401-eximdsn-1
Content-type: text/plain; charset=us-ascii

A letter that you sent did not reach all of its readers.

--1763726401-eximdsn-1
Content-type: message/delivery-status

Reporting-MTA: dns; mx.kubek.pl

Action: failed
Final-Recipient: rfc822;anna@example.com
Status: 5.0.0
Remote-MTA: dns; mx.example.com
Diagnostic-Code: smtp; 552 5.2.2 The mailbox of anna@example.com is full

--1763726401-eximdsn-1
Content-type: message/rfc822

Return-path: <hello@kubek.pl>
From: Kubek <hello@kubek.pl>
Message-ID: <OURS>
Subject: Re: Lamp

--1763726401-eximdsn-1--
";

/// Exim's word that it tries on.
pub const EXIM_LATE: &str = "Return-path: <>
Auto-Submitted: auto-replied
From: Mail Delivery System <Mailer-Daemon@mx.kubek.pl>
To: hello@kubek.pl
Content-Type: multipart/report; report-type=delivery-status; boundary=1763726402-eximdsn-2
MIME-Version: 1.0
Subject: Warning: message 1vMXYZ-000001-2a delayed 24 hours
Message-Id: <E1vMXYZ-000002-2b@mx.kubek.pl>

--1763726402-eximdsn-2
Content-type: text/plain; charset=us-ascii

A letter that you sent has been under way for a day. It is tried again.

--1763726402-eximdsn-2
Content-type: message/delivery-status

Reporting-MTA: dns; mx.kubek.pl

Action: delayed
Final-Recipient: rfc822;anna@example.com
Status: 4.0.0

--1763726402-eximdsn-2
Content-type: text/rfc822-headers

Message-ID: <OURS>
Subject: Re: Lamp

--1763726402-eximdsn-2--
";

/// OpenSMTPD, which calls it no report and gives no words of the other server.
pub const OPENSMTPD: &str = "Subject: Delivery status notification: error
From: Mailer Daemon <MAILER-DAEMON@mx.kubek.pl>
To: hello@kubek.pl
Date: Sat, 21 Nov 2026 12:00:01 +0000 (UTC)
MIME-Version: 1.0
Content-Type: multipart/mixed;boundary=\"14725836901472583690/mx.kubek.pl\"

This is a MIME-encapsulated message.

--14725836901472583690/mx.kubek.pl
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

    Hi!

    anna@example.com: 550 No such mailbox

--14725836901472583690/mx.kubek.pl
Content-Description: Delivery Report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.kubek.pl

Final-Recipient: rfc822; anna@example.com
Action: failed
Status: 5.0.0

--14725836901472583690/mx.kubek.pl
Content-Description: Message headers
Content-Type: text/rfc822-headers

From: Kubek <hello@kubek.pl>
Message-ID: <OURS>
Subject: Re: Lamp

--14725836901472583690/mx.kubek.pl--
";

/// Exchange, with its own names of what went wrong.
pub const EXCHANGE: &str = "From: <postmaster@example.com>
To: hello@kubek.pl
Date: Sat, 21 Nov 2026 12:00:05 +0000
Content-Type: multipart/report; report-type=delivery-status;
 boundary=\"d0d1d2d3-e4e5-4f6a-8b9c-0a1b2c3d4e5f\"
X-MS-Exchange-Message-Is-Ndr:
Content-Language: en-US
Message-ID: <7c6d5e4f@EX01.example.com>
In-Reply-To: <OURS>
References: <OURS>
Subject: Undeliverable: Re: Lamp
Auto-Submitted: auto-replied
MIME-Version: 1.0

--d0d1d2d3-e4e5-4f6a-8b9c-0a1b2c3d4e5f
Content-Type: multipart/alternative; differences=Content-Type;
 boundary=\"aa-bb\"

--aa-bb
Content-Type: text/plain; charset=\"us-ascii\"
Content-Transfer-Encoding: quoted-printable

Your message to anna@example.com couldn't be delivered.=20

--aa-bb
Content-Type: text/html; charset=\"us-ascii\"

<p>Your message to anna@example.com couldn't be delivered.</p>

--aa-bb--

--d0d1d2d3-e4e5-4f6a-8b9c-0a1b2c3d4e5f
Content-Type: message/delivery-status

Reporting-MTA: dns;EX01.example.com
Received-From-MTA: dns;mx.kubek.pl
Arrival-Date: Sat, 21 Nov 2026 12:00:04 +0000

Original-Recipient: rfc822;anna@example.com
Final-Recipient: rfc822;anna@example.com
Action: failed
Status: 5.1.10
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup

--d0d1d2d3-e4e5-4f6a-8b9c-0a1b2c3d4e5f
Content-Type: message/rfc822

From: Kubek <hello@kubek.pl>
To: anna@example.com
Subject: Re: Lamp
Message-ID: <OURS>

--d0d1d2d3-e4e5-4f6a-8b9c-0a1b2c3d4e5f--
";

/// Gmail, whose words run over several lines of an answer.
pub const GMAIL: &str = "Return-Path: <>
From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
To: hello@kubek.pl
Auto-Submitted: auto-replied
Subject: Delivery Status Notification (Failure)
References: <OURS>
In-Reply-To: <OURS>
Message-ID: <655c8d4e.050a0220.1a2b3.4c5d.GMR@mx.google.com>
Content-Type: multipart/report; boundary=\"000000000000a1b2c3060a\"; report-type=delivery-status
MIME-Version: 1.0

--000000000000a1b2c3060a
Content-Type: multipart/related; boundary=\"000000000000a1b2c4060b\"

--000000000000a1b2c4060b
Content-Type: text/html; charset=\"UTF-8\"

<p>Address not found</p>

--000000000000a1b2c4060b
Content-Type: image/png; name=\"icon.png\"
Content-ID: <icon.png>
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--000000000000a1b2c4060b--
--000000000000a1b2c3060a
Content-Type: message/delivery-status

Reporting-MTA: dns; googlemail.com
Received-From-MTA: dns; hello@kubek.pl
Arrival-Date: Sat, 21 Nov 2026 04:00:01 -0800 (PST)
X-Original-Message-ID: <OURS>

Final-Recipient: rfc822; anna@example.com
Action: failed
Status: 5.0.0
Remote-MTA: dns; mx.example.com. (192.0.2.7, the server for the domain example.com.)
Diagnostic-Code: smtp; 550-5.7.26 This letter is not signed by its sender, and
 550-5.7.26 is not let in for that.
 550 5.7.26 a1b2c3 - gsmtp
Last-Attempt-Date: Sat, 21 Nov 2026 04:00:02 -0800 (PST)

--000000000000a1b2c3060a
Content-Type: message/rfc822

From: Kubek <hello@kubek.pl>
To: anna@example.com
Message-ID: <OURS>
Subject: Re: Lamp

----- Message truncated -----

--000000000000a1b2c3060a--
";
