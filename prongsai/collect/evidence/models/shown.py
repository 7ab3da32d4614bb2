"""What an office shows for each item, and what the machine saw of it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.collect.assessments.models import Assessment
from prongsai.people.models import Post, Unit
from prongsai.trail.models import OnlyAdded

ADDRESS = 2000  # characters


class Submission(models.Model):
    """All items of one assessment, from the first draft to the confirmed points.

    main_site      from which a stranger starts.
    closes_on      the last day on which the office may change anything.
    frozen_hash    sha256 of everything that was frozen.
    previewed_on   the day from which the office sees the marks; replies_until: the last day to reply.
    """

    assessment = models.OneToOneField(Assessment, on_delete=models.PROTECT, related_name="submission")
    main_site = models.URLField(_("The office's main site"), max_length=ADDRESS, blank=True)
    closes_on = models.DateField(_("Closes on"))
    frozen_on = models.DateField(null=True)
    frozen_hash = models.CharField(max_length=64, blank=True)
    previewed_on = models.DateField(null=True)
    replies_until = models.DateField(_("Replies until"), null=True)
    confirmed_on = models.DateField(null=True)
    confirmed_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("submission of items")
        verbose_name_plural = _("submissions of items")
        constraints = [
            models.CheckConstraint(
                condition=Q(frozen_on__isnull=True, frozen_hash="")
                | (Q(frozen_on__isnull=False) & ~Q(frozen_hash="")),
                name="submission_is_frozen_with_its_hash",
            ),
            models.CheckConstraint(
                condition=Q(previewed_on__isnull=True, replies_until__isnull=True)
                | Q(frozen_on__isnull=False, replies_until__gte=F("previewed_on")),
                name="submission_is_previewed_after_it_is_frozen",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_on__isnull=True) | Q(previewed_on__isnull=False),
                name="submission_is_confirmed_after_its_preview",
            ),
        ]

    def __str__(self) -> str:
        return str(self.assessment)


class Work(models.Model):
    """One item of a submission: who sees to it, what is said, what was approved, what the machine found.

    unit, post       who sees to it: the post, and not the person who holds it just now.
    due_on           None: the day that the framework's calendar gives.
    content_hash     sha256 of statement, links and what they show; empty while there is nothing.
    sent_hash        the content that the owner offered for approval; approved_hash: that was approved.
    machine_points   what the last check would give: 100, 0, or None before any check.
    """

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="works")
    item_code = models.CharField(_("Item"), max_length=20)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("Owner"))
    post = models.ForeignKey(Post, on_delete=models.SET_NULL, null=True, blank=True, verbose_name=_("Post"))
    due_on = models.DateField(_("Due on"), null=True, blank=True)
    statement = models.TextField(_("Statement"), blank=True, max_length=4000)
    is_not_applicable = models.BooleanField(_("Not applicable"), default=False)
    why_not_applicable = models.TextField(_("Why it is not applicable"), blank=True, max_length=2000)
    content_hash = models.CharField(max_length=64, blank=True)
    sent_hash = models.CharField(max_length=64, blank=True)
    approved_hash = models.CharField(max_length=64, blank=True)
    approved_on = models.DateField(null=True)
    approved_by_id = models.BigIntegerField(null=True)
    approved_by_name = models.CharField(max_length=200, blank=True)
    machine_points = models.PositiveSmallIntegerField(null=True)
    failing = models.PositiveSmallIntegerField(default=0)
    unsure = models.PositiveSmallIntegerField(default=0)
    checked_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("item in work")
        verbose_name_plural = _("items in work")
        ordering = ["submission", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["submission", "item_code"], name="work_once_an_item"),
            models.CheckConstraint(
                condition=Q(approved_hash="", approved_on__isnull=True)
                | (~Q(approved_hash="") & Q(approved_on__isnull=False) & ~Q(approved_by_name="")),
                name="work_is_approved_by_name_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(is_not_applicable=False) | ~Q(why_not_applicable=""),
                name="work_not_applicable_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.submission} · {self.item_code}"


class Link(models.Model):
    """An address where an item is shown. shows: code of an element -> where on it, in words."""

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="links")
    address = models.URLField(_("Address"), max_length=ADDRESS)
    note = models.CharField(_("Note"), max_length=500, blank=True)
    shows = models.JSONField(default=dict)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        ordering = ["work", "order", "pk"]
        constraints = [models.UniqueConstraint(fields=["work", "address"], name="link_once_an_item")]

    def __str__(self) -> str:
        return self.address


class Run(models.Model):
    """One check of a whole submission, or of a few of its items.

    is_rehearsal  on demand: one try is enough to fail. items: empty for all.
    """

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="runs")
    is_rehearsal = models.BooleanField(default=False)
    items = models.JSONField(default=list)
    asked_by_name = models.CharField(max_length=200, blank=True)
    asked_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    done = models.PositiveIntegerField(default=0)  # addresses
    total = models.PositiveIntegerField(default=0)
    trouble = models.TextField(blank=True)
    passed = models.PositiveSmallIntegerField(null=True)  # items at 100
    points = models.CharField(max_length=60, blank=True)  # of the items' instrument, exact

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.submission} · {self.asked_at:%Y-%m-%d}"


class Capture(models.Model):
    """What one run brought home: a WARC and its manifest, both in the frozen store by their hashes.

    previous  hash of the office's manifest before this one; empty for its first.
    """

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="captures")
    run = models.ForeignKey(Run, on_delete=models.SET_NULL, null=True, related_name="captures")
    made_at = models.DateTimeField(default=timezone.now)
    warc_sha256 = models.CharField(max_length=64)
    manifest_sha256 = models.CharField(max_length=64, unique=True)
    previous = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.submission} · {self.made_at:%Y-%m-%d}"


class Stamp(models.Model):
    """A time stamp of a manifest by one authority; without a token it waits to be asked for."""

    capture = models.ForeignKey(Capture, on_delete=models.PROTECT, related_name="stamps")
    authority = models.URLField(max_length=ADDRESS)
    token = models.BinaryField(null=True)
    stamped_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["capture", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["capture", "authority"], name="stamp_once_an_authority"),
            models.CheckConstraint(
                condition=Q(token__isnull=True, stamped_at__isnull=True)
                | Q(token__isnull=False, stamped_at__isnull=False),
                name="stamp_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.capture} · {self.authority}"


class Look(models.Model):
    """One try at one address.

    gone         why a stranger was shown nothing (checking.shown.Gone), or empty.
    text_sha256  of what could be read, whatever the bytes.
    concerns     what the office should not show so: [{"code", "said": [th, en], "place": [th, en]}].
    """

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="looks")
    capture = models.ForeignKey(Capture, on_delete=models.SET_NULL, null=True, related_name="looks")
    address = models.CharField(max_length=ADDRESS)
    final = models.CharField(max_length=ADDRESS)
    at = models.DateTimeField()
    status = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(max_length=20, blank=True)
    gone = models.CharField(max_length=20, blank=True)
    media_type = models.CharField(max_length=120, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    text_sha256 = models.CharField(max_length=64, blank=True)
    concerns = models.JSONField(default=list)
    etag = models.CharField(max_length=300, blank=True)
    last_modified = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["submission", "address", "-at"], name="look_at_an_address")]

    def __str__(self) -> str:
        return self.address


class Finding(models.Model):
    """What the last check said of an item: one question, one answer. Replaced by the next check."""

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="findings")
    asked = models.CharField(max_length=20)
    answer = models.CharField(max_length=20)
    element = models.CharField(max_length=40, blank=True)
    address = models.CharField(max_length=ADDRESS, blank=True)
    said_th = models.TextField()
    said_en = models.TextField()
    place_th = models.CharField(max_length=300, blank=True)
    place_en = models.CharField(max_length=300, blank=True)
    looked_at = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["work", "pk"]

    def __str__(self) -> str:
        return f"{self.work} · {self.asked}: {self.answer}"


class Overruling(OnlyAdded):
    """A person's answer instead of the machine's; it holds as long as what was looked at is the same."""

    work = models.ForeignKey(Work, on_delete=models.PROTECT, related_name="overrulings")
    asked = models.CharField(max_length=20)
    element = models.CharField(max_length=40, blank=True)
    address = models.CharField(max_length=ADDRESS, blank=True)
    looked_at = models.CharField(max_length=64, blank=True)
    answer = models.CharField(max_length=20)
    reason = models.TextField()
    by_id = models.BigIntegerField()
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)

    class Meta(OnlyAdded.Meta):
        ordering = ["work", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="overruling_has_a_reason")]

    def __str__(self) -> str:
        return f"{self.work} · {self.asked}: {self.answer}"


class Reminder(models.Model):
    """That a reminder went out, so that it goes out once. days: before the due day."""

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="reminders")
    due_on = models.DateField()
    days = models.PositiveSmallIntegerField()
    sent_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["work", "due_on", "days"], name="reminder_once")]

    def __str__(self) -> str:
        return f"{self.work} · {self.days}"
