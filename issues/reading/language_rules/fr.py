"""French: how it speaks of dates, and its elisions."""

from issues.reading.date_pack import Bearing, Frame, Part
from issues.reading.language_rules.european import DateWords, european
from issues.reading.writing import Elisions

ELIDED = ("l", "d", "qu", "n", "s", "c", "j", "m", "t", "jusqu", "lorsqu", "puisqu", "quoiqu")

DATES = european(
    "fr",
    DateWords(
        months={
            "janvier": 1, "janv": 1, "février": 2, "fevrier": 2, "févr": 2, "mars": 3, "avril": 4, "avr": 4,
            "mai": 5, "juin": 6, "juillet": 7, "juil": 7, "août": 8, "aout": 8, "septembre": 9, "sept": 9,
            "octobre": 10, "oct": 10, "novembre": 11, "nov": 11, "décembre": 12, "decembre": 12, "déc": 12,
        },
        weekdays={"lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5,
                  "dimanche": 6},
        seasons={"printemps": 21, "été": 22, "automne": 23, "hiver": 24},
        units={"jour": "day", "jours": "day", "semaine": "week", "semaines": "week", "mois": "month",
               "trimestre": "quarter", "trimestres": "quarter", "semestre": "half", "an": "year",
               "ans": "year", "année": "year", "années": "year", "décennie": "decade"},
        ordinals={"premier": 1, "deuxième": 2, "second": 2, "troisième": 3, "quatrième": 4, "dernier": 4,
                  "1er": 1, "2e": 2, "3e": 3, "4e": 4},
        parts={"début": Part.START, "mi": Part.MIDDLE, "milieu": Part.MIDDLE, "fin": Part.END,
               "première moitié": Part.FIRST_HALF, "seconde moitié": Part.SECOND_HALF,
               "deuxième moitié": Part.SECOND_HALF},
        counts={"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
                "huit": 8, "neuf": 9, "dix": 10, "douze": 12, "quinze": 15, "vingt": 20, "trente": 30,
                "soixante": 60, "quelques": None, "plusieurs": None},
        frames={"dans": Frame.AFTER, "d'ici": Frame.WITHIN, "d’ici": Frame.WITHIN, "sous": Frame.WITHIN,
                "dans un délai de": Frame.WITHIN, "au cours des": Frame.OVER, "durant": Frame.OVER,
                "il y a": Frame.AGO, "ces": Frame.OVER},
        named_days={"avant-hier": -2, "hier": -1, "aujourd'hui": 0, "aujourd’hui": 0, "ce jour": 0,
                    "demain": 1, "après-demain": 2, "ce matin": 0, "ce soir": 0},
        leads={"avant": Bearing.BEFORE, "au plus tard": Bearing.BY, "au plus tard à": Bearing.BY,
               "au plus tard en": Bearing.BY, "d'ici": Bearing.BY, "d’ici": Bearing.BY,
               "d'ici à": Bearing.BY, "d’ici à": Bearing.BY, "d'ici au": Bearing.BY, "d’ici au": Bearing.BY,
               "jusqu'au": Bearing.UNTIL, "jusqu’au": Bearing.UNTIL, "jusqu'à": Bearing.UNTIL,
               "jusqu’à": Bearing.UNTIL, "jusqu'en": Bearing.UNTIL, "depuis": Bearing.SINCE,
               "après": Bearing.SINCE, "à partir du": Bearing.SINCE, "à partir de": Bearing.SINCE,
               "dès": Bearing.SINCE, "le": Bearing.AT, "en": Bearing.AT, "au": Bearing.AT, "à": Bearing.AT,
               "ce": Bearing.AT, "du": Bearing.SINCE, "pour": Bearing.AT, "courant": Bearing.AT},
        before={"ce": 0, "cet": 0, "cette": 0, "ces": 0, "prochain": 1, "prochaine": 1, "prochains": 1,
                "prochaines": 1, "derniers": -1, "dernières": -1},
        after={"prochain": 1, "prochaine": 1, "dernier": -1, "dernière": -1, "passé": -1, "passée": -1,
               "en cours": 0},
        of=r"d[eu]\s{1,3}|(?:de\s{1,3})?l['’]|de\s{1,3}la\s{1,3}|d['’]",
        articles=r"(?:la|le|les|du|des)\s{1,3}|l['’]\s?",
        to=r"au|et|à",
        ago_before=r"il\s{1,3}y\s{1,3}a",
        future=r"\b(?:\w{2,}(?:era|erons|irons|drons|vrons|eront|ira|iront|dra|dront|vra|vront)|sera|seront|aura|auront|devra|devront"
               r"|doit|doivent|va|vont|prévue?s?|engagée?s?\s{1,3}à|convenue?s?\s{1,3}de|prévoit|espère|entend|compte|attendue?s?)\b",
        past=r"\b(?:a|ont|avait|avaient|est|sont|était|étaient)\s{1,3}\w{2,}(?:é|és|ée|ées|i|is|it|u|us|ue)\b",
        plural=r"\b(?:les|des|ces|prochain(?:e)?s|derni(?:er|ère)s)\b",
        reporting=r"\b(?:a|ont)\s{1,3}(?:annoncé|indiqué|déclaré|précisé|dit|affirmé|assuré|confirmé|ajouté|souligné"
                  r"|fait\s{1,3}savoir|promis)\b",
        begins=r"(?:à\s{1,3}partir|dès)\b",
        from_event=r"(?:après|suivant|à\s{1,3}compter\s{1,3}d)",
        working=r"ouvrables|ouvrés",
    ),
)  # fmt: skip


def writing(_words: object) -> Elisions:
    return Elisions(ELIDED)
