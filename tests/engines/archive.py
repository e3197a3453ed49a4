#!/usr/bin/env python3
"""Makes an archive of invented articles: `archive.py ARTICLES [SEED] >archive.jsonl`, one JSON object a line.

Desks and months differ in what they write: the sports desk keeps to one spelling of a name, the foreign desk changes in
the middle of 2024 from the half nasal to the anusvara, the oldest articles have no desk and some have no day. A few come twice.
"""

import datetime
import json
import random
import sys

# Each in several spellings, the one that wins in time last.
WORDS = {
    "moscow": ["मास्को", "मॉस्को"],
    "trump": ["डोनाल्ड ट्रम्प", "डोनाल्ड ट्रंप"],
    "australia": ["आस्ट्रेलिया", "ऑस्ट्रेलिया"],
    "washington": ["वाशिंगटन", "वॉशिंगटन"],
    "france": ["फ्रांस", "फ़्रांस"],
    "israel": ["इजरायल", "इस्राइल", "इज़राइल"],
    "unlisted": ["भोडवेकर", "भोंडवेकर"],
    "hindi": ["हिन्दी", "हिंदी"],
    "relation": ["सम्बन्ध", "संबंध"],
    "five": ["पांच", "पाँच"],
    "went": ["गये", "गए"],
    "land": ["जमीन", "ज़मीन"],
    "decision": ["फैसला", "फ़ैसला"],
    "news": ["खबर", "ख़बर"],
    "duty": ["कर्त्तव्य", "कर्तव्य"],
    "rupees": ["रुपए", "रुपये"],
}

DESKS = {
    "विदेश": [
        "{moscow} में वार्ता का {five} दिन का दौर शुरू हुआ और प्रतिनिधि शाम को लौट {went}।",
        "{trump} ने {washington} में कहा कि {france} से {relation} सुधरेंगे।",
        "{israel} और {france} के मंत्रियों ने {moscow} में नए समझौते पर बात की।",
        "{washington} से मिली {news} के अनुसार {trump} अगले महीने {israel} जाएँगे।",
    ],
    "खेल": [
        "{australia} ने {five} विकेट से मैच जीता और {france} की टीम घर लौट {went}।",
        "कप्तान {unlisted} ने कहा कि {australia} का दौरा कठिन था।",
        "खिलाड़ियों ने {news} सुनते ही {unlisted} को बधाई दी।",
    ],
    "शहर": [
        "नगर निगम ने {land} का {decision} टाल दिया और पार्षद घर {went}।",
        "{hindi} दिवस पर {five} पुस्तकालय खुले; पार्षद {unlisted} भी आए।",
        "सड़क के लिए {five} लाख {rupees} मिले, यह {news} शाम को आई।",
        "अधिकारियों ने कहा कि यह उनका {duty} है और {decision} जल्द होगा।",
    ],
    "कारोबार": [
        "बाज़ार में {five} हज़ार {rupees} का निवेश हुआ और {relation} बने रहे।",
        "{france} की कंपनी ने {land} ख़रीदी; {decision} बोर्ड ने किया।",
        "{trump} के {decision} से {australia} का निर्यात घटा।",
    ],
}

# What a rule marks, now and then.
SLIPS = ["मंत्री ने ने कहा कि काम पूरा होगा।", "बैठक 31 अप्रैल को होगी।", "सभा बुधवार, 13 मार्च 2025 को हुई।"]

FIRST, LAST = datetime.date(2023, 1, 1), datetime.date(2025, 6, 30)


def spelt(chance: random.Random, word: str, desk: str, progress: float) -> str:
    """A word as a desk spells it when so much of the time is over."""
    ways = WORDS[word]
    leaning = {"खेल": 0.95, "विदेश": 0.1 if progress < 0.6 else 0.9, "शहर": progress, "कारोबार": 0.5 + progress / 3}
    if chance.random() < leaning[desk]:
        return ways[-1]
    return chance.choice(ways[:-1])


def article(chance: random.Random, number: int) -> dict:
    """One article, by its number."""
    days = (LAST - FIRST).days
    progress = chance.random()
    date = FIRST + datetime.timedelta(days=int(progress * days))
    desk = chance.choice(list(DESKS))
    sentences = [
        sentence.format(**{word: spelt(chance, word, desk, progress) for word in WORDS})
        for sentence in chance.choices(DESKS[desk], k=chance.randint(3, 9))
    ]
    if chance.random() < 0.08:
        sentences.append(chance.choice(SLIPS))
    made = {"id": f"{number:08}", "title": sentences[0].rstrip("।"), "text": "\n".join(sentences)}
    if chance.random() < 0.98:
        made["date"] = date.isoformat()
    if progress > 0.05:
        made["desk"] = desk
    return made


def main() -> None:
    """Writes as many as are asked for."""
    count, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 2025
    before = None
    for number in range(count):
        chance = random.Random(seed * 1_000_003 + number)
        made = article(chance, number)
        if before and chance.random() < 0.002:
            made = {**before, "id": made["id"]}
        before = made
        print(json.dumps(made, ensure_ascii=False))


if __name__ == "__main__":
    main()
