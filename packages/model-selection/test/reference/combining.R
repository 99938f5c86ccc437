# Components combined into clusters by mclust (Debian's r-cran-mclust, r-cran-jsonlite).
# usage: Rscript combining.R > combining.json   (in this folder)
#   Mixtures are those of mclust's default start. Their parameters stand here, so that posteriors can be had anew.
#   entropies: for 1, 2, ..., K clusters;  merges: the two clusters, counted from 1, that become one, from K down
#   mergedRows: rows whose likeliest cluster was one of the two, as in mclust's entPlot
#   suggested: clustCombiOptim with reg = 2;  columnSums: of the soft clustering for each number of clusters
suppressMessages({library(mclust); library(jsonlite)})
xlog <- function(t) ifelse(t > 0, t * log(t), 0)
out <- list(mclust = as.character(packageVersion("mclust")), cases = list())
for (case in list(list("faithful", 3, "EEE"), list("faithful", 6, "VVV"), list("iris", 5, "VVV"), list("iris", 7, "EEE"),
                  list("diabetes", 6, "VVI"), list("diabetes", 9, "EEE"))) {
  data <- read.csv(file.path("../../../../reference/datasets", paste0(case[[1]], ".csv")))
  columns <- names(data)[sapply(data, is.numeric)]
  x <- as.matrix(data[columns])
  fit <- Mclust(x, G = case[[2]], modelNames = case[[3]], verbose = FALSE)
  fit$z <- estep(x, modelName = case[[3]], parameters = fit$parameters)$z
  k <- ncol(fit$z)
  combined <- clustCombi(fit)
  merges <- lapply((k - 1):1, function(g) {
    m <- combined$combiM[[g]]
    merged <- which(rowSums(m) == 2)
    which(m[merged, ] == 1)
  })
  mergedRows <- sapply((k - 1):1, function(g) sum(map(combined$combiz[[g + 1]]) %in% merges[[k - g]]))
  out$cases[[length(out$cases) + 1]] <- list(
    dataset = case[[1]], columns = columns, model = case[[3]], components = k,
    weights = fit$parameters$pro, means = t(fit$parameters$mean),
    covariances = lapply(1:k, function(j) fit$parameters$variance$sigma[, , j]),
    merges = merges, mergedRows = mergedRows,
    entropies = sapply(1:k, function(g) -sum(xlog(combined$combiz[[g]]))),
    columnSums = lapply(1:k, function(g) as.list(colSums(combined$combiz[[g]]))),
    suggested = clustCombiOptim(combined)$numClusters.combi)
}
cat(toJSON(out, digits = 17, auto_unbox = TRUE, matrix = "rowmajor"))
