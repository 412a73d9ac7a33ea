uppgifter <- read.csv("ADRESS/data/v1/grupper-uppgifter.csv", encoding = "UTF-8")
bildad <- subset(uppgifter, falt == "bildad" & status == "kand")
print(bildad[, c("post", "varde", "avser", "kallor")], row.names = FALSE)
