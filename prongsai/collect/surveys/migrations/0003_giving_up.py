import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("surveys", "0002_paper_second_entry"),
    ]

    operations = [
        migrations.CreateModel(
            name="GivingUp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.CharField(max_length=12, unique=True)),
                ("reason", models.TextField(max_length=1000, verbose_name="Reason")),
                ("proposed_by_id", models.BigIntegerField()),
                ("proposed_by_name", models.CharField(max_length=200)),
                ("done_on", models.DateField(null=True)),
                (
                    "survey",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="given_up",
                        to="surveys.survey",
                    ),
                ),
            ],
            options={
                "verbose_name": "survey given up",
                "ordering": ["survey", "pk"],
            },
        ),
    ]
