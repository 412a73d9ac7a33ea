import json
from urllib.request import urlopen

with urlopen("ADRESS/data/v1/grupper.json") as svar:
    grupper = json.load(svar)["poster"]

for grupp in grupper:
    verksam = grupp["verksam"]
    if isinstance(verksam, str):  # "uppgift saknas" eller "ej tillämpligt"
        print(grupp["namn"], verksam, sep=": ")
    else:
        uppgifter = verksam if isinstance(verksam, list) else [verksam]
        print(grupp["namn"], ", ".join(uppgift["varde"] for uppgift in uppgifter), sep=": ")
