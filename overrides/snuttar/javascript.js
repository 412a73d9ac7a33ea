const svar = await fetch("ADRESS/data/v1/grupper.json");
const { poster } = await svar.json();
for (const grupp of poster) {
  console.log(grupp.namn, grupp.land, grupp.omraden.join(", "));
}
